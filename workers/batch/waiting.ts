import type { Generation } from '../../src/domain/run.ts';
import type { Answer } from '../decoding/answer.ts';
import { planWaves, type Wave, type WaveLimits } from './plan.ts';

/** A job on its way: its answer so far, and who waits for it. */
export interface Entry {
  readonly answer: Answer;
  readonly signal: AbortSignal;
  readonly resolve: (generation: Generation) => void;
  readonly reject: (problem: unknown) => void;
  /** Runs that broke while it took part. */
  failures: number;
}

/** Whether a job is at its end; then its answer has been given. */
export function settled({ answer, signal, resolve }: Entry): boolean {
  if (signal.aborted) answer.cancel();
  if (answer.done) resolve(answer.result());
  return answer.done;
}

/** A wave of the plan, with the entries whose jobs it numbers. */
export interface Planned {
  readonly wave: Wave;
  /** Positions that its rows may come to take, what they share left out. */
  readonly positions: number;
  readonly entryOf: ReadonlyMap<number, Entry>;
}

/** Jobs that wait for a wave, in the order of their coming; planned anew only when they change. */
export class Waiting {
  readonly #limits: WaveLimits;
  #entries: readonly Entry[] = [];
  #first: Planned | undefined;

  constructor(limits: WaveLimits) {
    this.#limits = limits;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  set entries(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#first = undefined;
  }

  /** The wave in which the job goes that has waited longest. */
  get first(): Planned | undefined {
    if (this.#entries.length > 0) this.#first ??= this.#plan();
    return this.#first;
  }

  /** Answers whoever's job is at its end before it began. */
  settle(): void {
    const left = this.#entries.filter((entry) => !settled(entry));
    if (left.length < this.#entries.length) this.entries = left;
  }

  #plan(): Planned | undefined {
    const prompts = this.#entries.map(({ answer }, job) => ({
      job,
      tokens: [...answer.job.promptTokens, ...answer.tokens],
      room: answer.room,
    }));
    const wave = planWaves(prompts, this.#limits).find((each) => jobsOf(each).includes(0));
    if (!wave) return undefined;
    return {
      wave,
      positions: positionsOf(wave, (job) => prompts[job]?.room ?? 0),
      entryOf: new Map(jobsOf(wave).map((job) => [job, this.#entries[job] as Entry])),
    };
  }
}

/** Rows times what the longest of them may come to take: they lie in one tensor. */
function positionsOf(wave: Wave, roomOf: (job: number) => number): number {
  const before = (at: number) => (wave.kind === 'shared' ? 0 : (wave.prefixes[at]?.length ?? 0));
  const ends = wave.suffixes.flatMap(({ tokens, jobs }, at) =>
    jobs.map((job) => before(at) + tokens.length + roomOf(job)),
  );
  return ends.length * Math.max(...ends);
}

const jobsOf = (wave: Wave): number[] => wave.suffixes.flatMap(({ jobs }) => jobs);
