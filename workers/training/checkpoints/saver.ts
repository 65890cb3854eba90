import { Problem } from '../../../src/domain/problem.ts';
import type { TrainingEvent } from '../../protocol.ts';
import type { Checkpoint, Course, State } from './checkpoint.ts';
import type { CheckpointKeeper } from './keeper.ts';

/** Checkpoints take no more than this share of the time. */
const share = 1 / 20;

/** Keeps a training's checkpoints as time goes by. */
export class Saver {
  readonly #keeper: CheckpointKeeper;
  readonly #tell: (event: TrainingEvent) => void;
  readonly #leastPause: number;
  #last: Checkpoint;
  #at = performance.now();
  #pause: number;

  /**
   * @param last what the training begins with
   * @param pause least time between two, in milliseconds; 0: one after each step
   */
  constructor(
    keeper: CheckpointKeeper,
    last: Checkpoint,
    pause: number,
    tell: (event: TrainingEvent) => void,
  ) {
    this.#keeper = keeper;
    this.#last = last;
    this.#leastPause = this.#pause = pause;
    this.#tell = tell;
  }

  /** The last one that is whole. */
  get last(): Checkpoint {
    return this.#last;
  }

  /** Whether it is time for the next one. */
  get due(): boolean {
    return performance.now() - this.#at >= this.#pause;
  }

  /** Keeps what there is. Where that fails the training goes on, and the next one comes in its time. */
  async save(course: Course, snapshot: () => Promise<State>): Promise<void> {
    const { step } = course;
    if (step === this.#last.course.step) return;
    const start = performance.now();
    const checkpoint = { course: structuredClone(course), state: await snapshot() };
    try {
      const bytes = await this.#keeper.save(checkpoint);
      this.#last = checkpoint;
      this.#tell({ kind: 'checkpoint', step, bytes });
    } catch (thrown) {
      this.#tell({ kind: 'unsaved', step, problem: Problem.from(thrown).report() });
    }
    this.#at = performance.now();
    if (this.#leastPause > 0) this.#pause = Math.max(this.#leastPause, (this.#at - start) / share);
  }

  /** Keeps the end, without the numbers: they are in the file that it came to. */
  async finish(course: Course): Promise<void> {
    const nothing = new Float32Array();
    const state = { parameters: nothing, moment1: nothing, moment2: nothing };
    await this.#keeper.save({ course, state }).catch(() => undefined);
  }
}
