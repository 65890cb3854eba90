import type { Cell } from '../../../../domain/cell.ts';
import type { ExperimentRecord } from '../../../../domain/experiment.ts';
import { Problem } from '../../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { roomForModels } from '../../../../engine/room.ts';
import { ModelBook, type ChosenModel } from '../../../../experiments/plan/models.ts';
import { storedAdapters } from '../../../../experiments/tuning/stored-adapters.ts';
import type { Keeper } from '../../../../experiments/run/keeper.ts';
import type { RunProgress } from '../../../../experiments/run/progress.ts';
import { runExperiment } from '../../../../experiments/run/run-experiment.ts';
import type { ServedDesk } from '../../../endpoints/served-desk.svelte.ts';
import { Awake } from './awake.svelte.ts';
import type { SessionParts } from './parts.ts';

/** What is run. */
export interface RunGround {
  readonly record: ExperimentRecord;
  readonly document: ExperimentDocument;
  readonly chosen: ChosenModel;
  readonly keeper: Keeper;
  /** Whether cells that failed are asked again. */
  readonly again: boolean;
  /** What may be asked of served models; null where there are none. */
  readonly served: Pick<ServedDesk, 'begin' | 'look'> | null;
}

/** Milliseconds between two changes of what is shown. */
const gentle = 250;

/** A run of an experiment in this tab, in a worker of its own. */
export class Running {
  at = $state<'rest' | 'work' | 'stopping'>('rest');
  progress = $state.raw<RunProgress | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly awake = new Awake();
  /** Milliseconds that models were at work in this run, and the cells that came of it. */
  worked = 0;
  cells: Cell[] = [];
  readonly #near: SessionParts;
  #abort: AbortController | null = null;
  #latest: RunProgress | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | null = null;
  #look: () => void = () => undefined;

  constructor(near: SessionParts) {
    this.#near = near;
  }

  /** Runs to the end, or until it is stopped; what hinders it shows in `problem`. */
  async run({ record, document, chosen, keeper, again, served }: RunGround): Promise<void> {
    const abort = (this.#abort = new AbortController());
    const engine = this.#near.createEngine('first');
    [this.at, this.problem, this.progress] = ['work', null, null];
    [this.worked, this.cells] = [0, []];
    this.awake.working = true;
    addEventListener('beforeunload', warn);
    this.#look = () => served?.look();
    try {
      await runExperiment(record, document, {
        keeper: {
          ...keeper,
          addCell: async (cell, recipe) => {
            await keeper.addCell(cell, recipe);
            this.cells.push(cell);
          },
        },
        shelf: this.#near.shelf,
        models: new ModelBook(engine, chosen, document.served),
        adapters: storedAdapters(this.#near.adapters, engine),
        engine,
        served: served?.begin(),
        judging: { createEngine: this.#near.createEngine, room: roomForModels() },
        device: this.#near.model.choice.device,
        onProgress: (progress) => this.#tell(progress),
        signal: abort.signal,
        again,
      });
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (problem.code !== 'cancelled') this.problem = problem;
    } finally {
      removeEventListener('beforeunload', warn);
      this.awake.working = false;
      engine.dispose();
      this.#show();
      this.at = 'rest';
    }
  }

  /** Ends the run within a step; what is there is kept, and it may go on from there. */
  stop(): void {
    if (this.at !== 'work') return;
    this.at = 'stopping';
    this.#abort?.abort();
  }

  #tell(progress: RunProgress): void {
    const time = performance.now();
    if (this.#since !== null) this.worked += time - this.#since;
    this.#since = progress.stage === 'running' ? time : null; // not judging: paces are of arms
    const turned = progress.stage !== this.#latest?.stage;
    this.#latest = progress;
    if (turned) this.#show();
    else this.#timer ??= setTimeout(() => this.#show(), gentle);
  }

  #show(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.progress = this.#latest;
    this.#look();
  }
}

/** The browser asks with words of its own; ours stand beside the progress. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
