import type { Round } from '../plan/plan.ts';

/** How far a run is, for readers. */
export interface RunProgress {
  readonly stage: 'planning' | 'loading' | 'running' | 'finished' | 'stopped';
  /** Of which round of a search; 0 where there is one only. */
  readonly round: number;
  readonly purpose: Round['purpose'];
  /** Cells of the rounds planned so far; equal ones count once. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Tokens given per second since this run began; null before the first. */
  readonly tokensPerSecond: number | null;
  /** Milliseconds that the rest of the planned rounds will take at the pace so far; null where unknown. */
  readonly left: number | null;
  /** What is at work: a model that is loaded, say. */
  readonly subject: string;
}

/** Time enough to know a pace by, in milliseconds. */
const firstGuess = 1500;

/** Counts what a run does and foretells the rest. */
export class ProgressMeter {
  readonly #tell: (progress: RunProgress) => void;
  #now: RunProgress = {
    stage: 'planning',
    round: 0,
    purpose: 'all',
    total: 0,
    done: 0,
    failed: 0,
    tokensPerSecond: null,
    left: null,
    subject: '',
  };
  #cells = 0;
  #tokens = 0;
  /** Milliseconds at work, and since when where it is at work now. */
  #worked = 0;
  #since: number | null = null;

  constructor(tell: (progress: RunProgress) => void) {
    this.#tell = tell;
  }

  get now(): RunProgress {
    return this.#now;
  }

  /** Planning and loading do not count for the pace. */
  stage(stage: RunProgress['stage'], more: Partial<RunProgress> = {}): void {
    const time = performance.now();
    if (this.#since !== null) this.#worked += time - this.#since;
    this.#since = stage === 'running' ? time : null;
    this.#say({ stage, ...more });
  }

  /** One more cell is stored, worked out just now. */
  cell(ended: 'done' | 'failed', tokens: number, again: boolean): void {
    this.#cells++;
    this.#tokens += tokens;
    const worked = this.#worked + (this.#since === null ? 0 : performance.now() - this.#since);
    const { done, failed, total } = this.#now;
    const counted = {
      done: done + (ended === 'done' ? 1 : 0),
      failed: failed + (ended === 'failed' ? 1 : 0) - (again ? 1 : 0),
    };
    const rest = total - counted.done - counted.failed;
    this.#say({
      ...counted,
      ...(worked > firstGuess && {
        tokensPerSecond: (1000 * this.#tokens) / worked,
        left: (rest * worked) / this.#cells,
      }),
    });
  }

  #say(change: Partial<RunProgress>): void {
    this.#now = { ...this.#now, ...change };
    this.#tell(this.#now);
  }
}
