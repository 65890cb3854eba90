/** Where contestants run. */
export type Backend = 'node' | 'wasm';

/** What some steps came to, in their order. */
export interface Stepped {
  /** Loss before each step's update, nats. */
  readonly losses: readonly number[];
  /** Each step's time. */
  readonly milliseconds: readonly number[];
}

/** One of those that do the same training. */
export interface Contestant {
  readonly name: string;
  /** What it says of itself: runtime, versions, threads. */
  readonly about: string;
  /** Goes on with its training: the steps after those it has done. */
  run(steps: number): Promise<Stepped>;
  /** Starts to watch its memory. @returns tells the most since, in bytes, where that can be told */
  watch(): Promise<() => number | undefined>;
  close(): Promise<void>;
}

/** A training in hand: one step on the batch of that number. @returns the loss before the update */
export type Step = (index: number) => Promise<number>;

/** A training that can be given up. */
export interface OpenTraining {
  readonly step: Step;
  release(): Promise<void>;
}

/** Runs steps one after the other. */
export async function timedSteps(step: Step, first: number, count: number): Promise<Stepped> {
  const losses: number[] = [];
  const milliseconds: number[] = [];
  for (let index = first; index < first + count; index++) {
    const start = performance.now();
    losses.push(await step(index));
    milliseconds.push(performance.now() - start);
  }
  return { losses, milliseconds };
}
