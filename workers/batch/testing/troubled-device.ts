import fc from 'fast-check';
import type { OpenBatch } from '../open-batch.ts';

/** What a turn at a device is made of. */
const works = ['read', 'extend', 'regroup', 'join', 'stack'] as const;
type Work = (typeof works)[number];

/** A piece of work that breaks. */
export interface Fault {
  readonly work: Work;
  /** Which of its kind, from 1, over all sessions. */
  readonly at: number;
  /** Whether what it should do is done when it breaks. */
  readonly late: boolean;
}

export const faultSets: fc.Arbitrary<Fault[]> = fc.array(
  fc.record({
    work: fc.constantFrom(...works),
    at: fc.integer({ min: 1, max: 20 }),
    late: fc.boolean(),
  }),
  { maxLength: 3 },
);

/** Opens sessions in which some pieces of work break: for tests. */
export class TroubledDevice {
  readonly opened: OpenBatch[] = [];
  /** Pieces of work that broke so far. */
  broken = 0;
  readonly #openBatch: () => Promise<OpenBatch>;
  readonly #faults: readonly Fault[];
  readonly #onRun: (run: number) => void;
  readonly #begun = new Map<Work, number>();

  /** @param onRun told before each run of the decoder, counted from 1 */
  constructor(
    openBatch: () => Promise<OpenBatch>,
    faults: readonly Fault[],
    onRun: (run: number) => void,
  ) {
    this.#openBatch = openBatch;
    this.#faults = faults;
    this.#onRun = onRun;
  }

  async open(): Promise<OpenBatch> {
    const batch = await this.#openBatch();
    this.opened.push(batch);
    const { decoder } = batch;
    const { caches } = decoder;
    decoder.read = this.#watched('read', decoder.read.bind(decoder), ({ shares }) =>
      shares?.dispose(),
    );
    caches.extend = this.#watched('extend', caches.extend.bind(caches));
    caches.regroup = this.#watched('regroup', caches.regroup.bind(caches));
    caches.join = this.#watched('join', caches.join.bind(caches));
    caches.stack = this.#watched('stack', caches.stack.bind(caches));
    return batch;
  }

  #watched<Input extends unknown[], Output>(
    work: Work,
    done: (...input: Input) => Promise<Output>,
    lose: (output: Output) => void = () => undefined,
  ): (...input: Input) => Promise<Output> {
    return async (...input) => {
      const at = (this.#begun.get(work) ?? 0) + 1;
      this.#begun.set(work, at);
      if (work === 'read') this.#onRun(at);
      const fault = this.#faults.find((each) => each.work === work && each.at === at);
      if (!fault) return done(...input);
      if (fault.late) lose(await done(...input));
      this.broken += 1;
      throw new Error(`${work} ${at} broke`);
    };
  }
}
