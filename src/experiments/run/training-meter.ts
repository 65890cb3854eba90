/** How much of its trainings a run has behind it, in rows read. */
export class TrainingMeter {
  /** Rows that each reads in all, by name, in the order of work. */
  #rows: ReadonlyMap<string, number> = new Map();
  readonly #done = new Set<string>();
  /** Of the training at work: its name, its rows behind it, and since when. */
  #now: { name: string; step: number; steps: number; time: number } | null = null;
  #measured = { rows: 0, milliseconds: 0 };

  plan(rows: ReadonlyMap<string, number>): void {
    this.#rows = rows;
  }

  /** No training is at work: what passes now is none's time. */
  rest(): void {
    this.#now = null;
  }

  done(name: string): void {
    this.#done.add(name);
    this.#now = null;
  }

  /** @param step of steps of the training at work; @returns which of how many it is, from 1 */
  at(
    name: string,
    { step, steps }: { step: number; steps: number },
  ): { number: number; of: number } {
    const time = performance.now();
    const before = this.#now;
    // the first steps of a part are not told apart from what stands before them
    if (before?.name === name && before.steps === steps && step > before.step) {
      this.#measured.rows += ((this.#rows.get(name) ?? 0) * (step - before.step)) / steps;
      this.#measured.milliseconds += time - before.time;
    }
    this.#now = { name, step, steps, time };
    const names = [...this.#rows.keys()];
    return { number: names.indexOf(name) + 1, of: names.length };
  }

  /** Milliseconds that all that is left will take; null where nothing was measured yet and something is. */
  left(): number | null {
    let rows = 0;
    for (const [name, all] of this.#rows) {
      if (this.#done.has(name)) continue;
      const { step = 0, steps = 0 } = this.#now?.name === name ? this.#now : {};
      rows += steps === 0 ? all : (all * (steps - step)) / steps;
    }
    if (rows === 0) return 0;
    const { rows: read, milliseconds } = this.#measured;
    return read === 0 ? null : (rows * milliseconds) / read;
  }
}
