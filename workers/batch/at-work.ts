import { settled, type Entry } from './waiting.ts';
import type { WaveRun } from './wave-run.ts';

/** Rows at work, and whose they are. */
export interface Active {
  readonly run: WaveRun;
  /** Positions that its rows, as many as there were when it began, may come to take. */
  readonly positions: number;
  readonly entries: readonly Entry[];
}

/** The waves at work, in the order of their next steps. */
export class AtWork {
  #line: readonly Active[] = [];

  /** Waves. */
  get count(): number {
    return this.#line.length;
  }

  /** Runs that go on, in all waves. */
  get size(): number {
    return this.#line.reduce((sum, { run }) => sum + run.size, 0);
  }

  /** Positions that all rows may come to take. */
  get reserved(): number {
    return this.#line.reduce(
      (sum, { run, entries, positions }) => sum + (positions * run.size) / entries.length,
      0,
    );
  }

  /** The wave that waited longest. It goes to the end before its step: if that fails, its rows are not lost. */
  next(): Active | undefined {
    const [first, ...others] = this.#line;
    if (first) this.#line = [...others, first];
    return first;
  }

  /** Rows under a prefix that others are at work on go on with those: fewer, fuller runs. */
  async join(begun: Active): Promise<void> {
    const other = this.#line.find(({ run }) => run.canTake(begun.run));
    const joined = other && {
      run: other.run,
      positions: other.positions + begun.positions,
      entries: [...other.entries, ...begun.entries],
    };
    // in the line first: if the joining fails, nobody is lost
    this.#line = [...this.#line.filter((each) => each !== other), joined ?? begun];
    await joined?.run.take(begun.run);
  }

  /** Answers whoever's job is done, and lets go of waves in which nobody is left. */
  settle(): void {
    this.#line = this.#line.filter(({ run, entries }) => {
      entries.forEach(settled);
      if (run.done) run.dispose();
      return !run.done;
    });
  }

  /** @returns everybody; nobody is at work any more */
  clear(): Entry[] {
    const everybody = this.#line.flatMap(({ entries }) => entries);
    this.#line = [];
    return everybody;
  }
}
