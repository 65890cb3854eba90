import type { Generation } from '../../src/domain/run.ts';
import { Answer } from '../decoding/answer.ts';
import { checkJob } from '../decoding/check-job.ts';
import type { GenerateOptions } from '../decoding/generate.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { GenerationJob } from '../protocol.ts';
import type { DecoderHost } from '../runtime/decoder-host.ts';
import { macrotask } from '../runtime/queue.ts';
import type { OpenBatch } from './open-batch.ts';
import { Selector } from '../sampler/select.ts';
import { planWaves, type Prompt, type Wave, type WaveLimits } from './plan.ts';
import { PrefixStore } from './prefixes.ts';
import { WaveRun } from './wave-run.ts';

/** A job on its way: its answer so far, and who waits for it. */
interface Entry {
  readonly answer: Answer;
  readonly signal: AbortSignal;
  readonly resolve: (generation: Generation) => void;
  readonly reject: (problem: unknown) => void;
}

/** Rows at work, and whose they are. */
interface Active {
  readonly run: WaveRun;
  readonly entries: readonly Entry[];
}

/** How much is done at once. */
export interface EngineLimits extends WaveLimits {
  /** Bytes of prefixes kept for later jobs. */
  readonly prefixBytes: number;
}

/** Nobody waits for a wave any more. */
class Abandoned extends Error {}

/** A job that broke the session so often is given up. */
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
  #open: OpenBatch | null = null;
  #prefixes: PrefixStore | null = null;
  #pending: Entry[] = [];
  #active: Active[] = [];
  #working = false;
  #failures = 0;

  constructor(host: DecoderHost<OpenBatch>, model: DecodingModel, limits: EngineLimits) {
    this.#host = host;
    this.#model = model;
    this.#limits = limits;
    this.#selector = new Selector(model.vocabularySize);
  }

  /**
   * Continues one prompt.
   * @throws Problem where the prompt does not fit, or runs keep failing
   */
  generate(job: GenerationJob, { signal, tell }: GenerateOptions): Promise<Generation> {
    checkJob(job, this.#model);
    return new Promise((resolve, reject) => {
      const answer = new Answer(job, this.#model, tell);
      this.#pending.push({ answer, signal, resolve, reject });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    // whoever asks in the same breath is planned together
    await macrotask();
    while (this.#pending.length + this.#active.length > 0) {
      try {
        await this.#host.turn((open) => this.#turn(open));
        this.#failures = 0;
      } catch (problem) {
        this.#failed(problem);
      }
    }
    this.#working = false;
  }

  /** Begins a wave where there is room for one, else takes a step with the wave that waited longest. */
  async #turn(open: OpenBatch): Promise<void> {
    if (this.#open !== open) this.#settleIn(open);
    this.#settle();
    const wave = this.#next();
    if (wave) return this.#begin(open, wave);
    const active = this.#active.shift();
    if (!active) return;
    // back in the line before the step: if that fails, the rows are not lost
    this.#active.push(active);
    await active.run.step();
    this.#settle();
  }

  /** A new session knows nothing of what the old one held: rows are read again, with what they have. */
  #settleIn(open: OpenBatch): void {
    this.#open = open;
    this.#prefixes = new PrefixStore(
      open.decoder,
      this.#model.chunkLength,
      this.#limits.prefixBytes,
    );
    this.#pending.unshift(...this.#active.flatMap(({ entries }) => entries));
    this.#active = [];
  }

  /** Answers whoever's job is done, and lets go of waves in which nobody is left. */
  #settle(): void {
    const settled = ({ answer, signal, resolve }: Entry): boolean => {
      if (signal.aborted) answer.cancel();
      if (answer.done) resolve(answer.result());
      return answer.done;
    };
    this.#pending = this.#pending.filter((entry) => !settled(entry));
    this.#active = this.#active.filter(({ run, entries }) => {
      for (const entry of entries) settled(entry);
      if (run.done) run.dispose();
      return !run.done;
    });
  }

  /** The wave of the job that waits longest, if it fits beside those at work. */
  #next(): Wave | undefined {
    const atWork = this.#active.reduce((sum, { run }) => sum + run.rows, 0);
    const room = this.#limits.rows - atWork;
    if (this.#pending.length === 0 || room <= 0) return undefined;
    const prompts = this.#pending.map(({ answer }, job): Prompt => ({
      job,
      tokens: [...answer.job.promptTokens, ...answer.tokens],
    }));
    const waves = planWaves(prompts, this.#limits);
    const first = waves.find(({ suffixes }) => suffixes.some(({ jobs }) => jobs.includes(0)));
    const rows = first?.suffixes.reduce((sum, { jobs }) => sum + jobs.length, 0) ?? 0;
    // a full wave is worth waiting for; alone it runs in any case
    return rows <= room || atWork === 0 ? first : undefined;
  }

  async #begin({ decoder }: OpenBatch, wave: Wave): Promise<void> {
    const jobs = wave.suffixes.flatMap((suffix) => suffix.jobs);
    const entries = jobs.map((job) => this.#pending[job] as Entry);
    const entryOf = new Map(jobs.map((job, i) => [job, entries[i] as Entry]));
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
      this.#pending = this.#pending.filter((entry) => !entries.includes(entry));
      this.#active.push({ run, entries });
    } catch (thrown) {
      if (!(thrown instanceof Abandoned)) throw thrown;
    }
  }

  /** After a failed run: everybody waits for the next session, or is told, where that fails too. */
  #failed(problem: unknown): void {
    this.#failures += 1;
    const entries = [...this.#active.flatMap((active) => active.entries), ...this.#pending];
    this.#active = [];
    this.#pending = entries.filter(({ answer }) => !answer.done);
    for (const { answer, resolve } of entries) if (answer.done) resolve(answer.result());
    if (this.#failures < mostFailures) return;
    for (const { reject } of this.#pending) reject(problem);
    this.#pending = [];
    this.#failures = 0;
  }
}
