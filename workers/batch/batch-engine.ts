import type { Generation } from '../../src/domain/run.ts';
import { Answer } from '../decoding/answer.ts';
import { checkJob } from '../decoding/check-job.ts';
import type { GenerateOptions } from '../decoding/generate.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { GenerationJob, MemoryUse } from '../protocol.ts';
import type { DecoderHost } from '../runtime/decoder-host.ts';
import { macrotask } from '../runtime/queue.ts';
import { AtWork } from './at-work.ts';
import type { OpenBatch } from './open-batch.ts';
import { Selector } from '../sampler/select.ts';
import type { WaveLimits } from './plan.ts';
import { PrefixStore } from './prefixes.ts';
import { settled, Waiting, type Entry, type Planned } from './waiting.ts';
import { WaveRun } from './wave-run.ts';

/** How much is done at once. */
export interface EngineLimits extends WaveLimits {
  /** Bytes of prefixes kept for later jobs. */
  readonly prefixBytes: number;
}

/** Nobody waits for a wave any more. */
class Abandoned extends Error {}

/** A job that took part in so many broken runs is given up. */
const mostFailures = 2;

/**
 * Continues any number of prompts at a time. What arrives is sorted by the tree of its tokens, decoded in
 * waves, and answered job by job; a job that comes while others are at work joins as soon as there is
 * room. A failed run costs nobody a token: rows go on from what they have.
 */
export class BatchEngine {
  readonly #host: DecoderHost<OpenBatch>;
  readonly #model: DecodingModel;
  readonly #limits: EngineLimits;
  readonly #selector: Selector;
  readonly #waiting: Waiting;
  readonly #atWork = new AtWork();
  #open: OpenBatch | null = null;
  #prefixes: PrefixStore | null = null;
  /** Whose wave the present turn runs. */
  #turned: readonly Entry[] = [];
  #working = false;

  constructor(host: DecoderHost<OpenBatch>, model: DecodingModel, limits: EngineLimits) {
    this.#host = host;
    this.#model = model;
    this.#limits = limits;
    this.#selector = new Selector(model.vocabularySize);
    this.#waiting = new Waiting(limits);
  }

  /**
   * Continues one prompt.
   * @throws Problem where the prompt does not fit, or runs keep failing
   */
  async generate(job: GenerationJob, { signal, tell }: GenerateOptions): Promise<Generation> {
    checkJob(job, this.#model);
    return new Promise((resolve, reject) => {
      const answer = new Answer(job, this.#model, tell);
      const entry = { answer, signal, resolve, reject, failures: 0 };
      this.#waiting.entries = [...this.#waiting.entries, entry];
      if (!this.#working) void this.#work();
    });
  }

  /**
   * Lets go of the prefixes kept for later jobs, where nobody is at work. Whether a prefix was read at one go
   * or after a shorter one shows in the last bits of all that follows it: what comes next is then worked out
   * as by an engine that has done nothing yet.
   */
  forget(): void {
    if (this.#waiting.entries.length + this.#atWork.count > 0) return;
    this.#prefixes?.dispose();
    // the next turn settles in
    this.#open = null;
  }

  /** Bytes of the caches of the session that is open. */
  get memory(): Omit<MemoryUse, 'allowed' | 'perPosition'> {
    const caches = this.#open?.decoder.caches;
    if (!caches) return { expected: 0, held: 0, most: 0 };
    const { held, most } = caches.ledger;
    return { expected: this.#atWork.reserved * caches.bytesPerPosition, held, most };
  }

  async #work(): Promise<void> {
    this.#working = true;
    // whoever asks in the same breath is planned together
    await macrotask();
    while (this.#waiting.entries.length + this.#atWork.count > 0) {
      this.#turned = [];
      await this.#host
        .turn((open) => this.#turn(open))
        .catch((problem: unknown) => this.#failed(problem));
    }
    this.#working = false;
  }

  /** Begins a wave where there is room for one, else takes a step with the wave that waited longest. */
  async #turn(open: OpenBatch): Promise<void> {
    if (this.#open !== open) this.#settleIn(open);
    this.#settle();
    const planned = this.#next();
    if (planned) return this.#begin(open, planned);
    const active = this.#atWork.next();
    if (!active) return;
    this.#turned = active.entries;
    await active.run.step();
    this.#settle();
  }

  /**
   * A new session knows nothing of what the old one held, which may have broken in somebody else's turn:
   * rows are read again, with what they have.
   */
  #settleIn(open: OpenBatch): void {
    this.#open = open;
    this.#startOver();
    this.#prefixes = new PrefixStore(
      open.decoder,
      this.#model.chunkLength,
      this.#limits.prefixBytes,
    );
  }

  /** Everybody at work waits for a wave again. */
  #startOver(): void {
    this.#waiting.entries = [...this.#atWork.clear(), ...this.#waiting.entries];
  }

  /** Answers whoever's job is done. */
  #settle(): void {
    this.#waiting.settle();
    this.#atWork.settle();
  }

  /** The wave of the job that waits longest, if it fits beside those at work; alone it runs in any case. */
  #next(): Planned | undefined {
    const { first } = this.#waiting;
    if (!first || this.#atWork.count === 0) return first;
    const { size, reserved } = this.#atWork;
    const { rows, positions } = this.#limits;
    const fits = size + first.entryOf.size <= rows && reserved + first.positions <= positions;
    // a full wave is worth waiting for
    return fits ? first : undefined;
  }

  async #begin({ decoder }: OpenBatch, { wave, positions, entryOf }: Planned): Promise<void> {
    const entries = [...entryOf.values()];
    this.#turned = entries;
    const parts = {
      decoder,
      selector: this.#selector,
      prefixes: this.#prefixes as PrefixStore,
      chunk: this.#model.chunkLength,
      answerOf: (job: number) => (entryOf.get(job) as Entry).answer,
    };
    const pause = async () => {
      await macrotask();
      if (entries.every(({ signal }) => signal.aborted)) throw new Abandoned();
    };
    try {
      const run = await WaveRun.begin(parts, wave, pause);
      this.#waiting.entries = this.#waiting.entries.filter((entry) => !entries.includes(entry));
      await this.#atWork.join({ run, positions, entries });
    } catch (thrown) {
      if (!(thrown instanceof Abandoned)) throw thrown;
    }
  }

  /**
   * After a failed run: everybody waits for the next session. A job that was there when runs broke
   * again and again is told so; if there was no run, because no session opens, all are.
   */
  #failed(problem: unknown): void {
    const blamed = new Set(this.#turned);
    this.#startOver();
    this.#waiting.entries = this.#waiting.entries.filter((entry) => {
      if (settled(entry)) return false;
      const hopeless = blamed.size === 0 || (blamed.has(entry) && ++entry.failures >= mostFailures);
      if (hopeless) entry.reject(problem);
      return !hopeless;
    });
  }
}
