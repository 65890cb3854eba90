interface Step<T> {
  state: T;
  /** What led from this state to the next, in words. */
  label: string;
}

/** How long a pause ends a stretch of typing, in milliseconds: what follows is a new step. */
const pause = 1000;

/**
 * Every state of a document, to go back and forth in. Edits that follow each other in one field are one
 * step, until a pause, an edit elsewhere, or `seal`.
 */
export class History<T> {
  #past: Step<T>[] = [];
  #future: Step<T>[] = [];
  #present: T;
  #open: { field: string; until: number } | null = null;
  readonly #limit: number;

  /** @param limit how many steps are kept */
  constructor(present: T, limit = 300) {
    this.#present = present;
    this.#limit = limit;
  }

  get present(): T {
    return this.#present;
  }

  /** What would be undone, in words; null for nothing. */
  get undoLabel(): string | null {
    return this.#past.at(-1)?.label ?? null;
  }

  /** What would be redone, in words; null for nothing. */
  get redoLabel(): string | null {
    return this.#future.at(-1)?.label ?? null;
  }

  /**
   * Takes a new state; what was undone can then no longer be redone.
   * @param field joins the edit to the one before, where that was in the same field just now
   */
  commit(next: T, label: string, field: string | null = null, now: number = Date.now()): void {
    if (next === this.#present) return;
    const joins = field !== null && this.#open?.field === field && now <= this.#open.until;
    if (!joins) this.#past.push({ state: this.#present, label });
    if (this.#past.length > this.#limit) this.#past.shift();
    this.#future = [];
    this.#present = next;
    this.#open = field === null ? null : { field, until: now + pause };
  }

  /** Ends a stretch of typing: the next edit is a new step. */
  seal(): void {
    this.#open = null;
  }

  /** Goes a step back; gives what was undone, in words, or null where there is nothing. */
  undo(): string | null {
    return this.#step(this.#past, this.#future);
  }

  /** Goes a step forth; gives what was redone, in words, or null where there is nothing. */
  redo(): string | null {
    return this.#step(this.#future, this.#past);
  }

  #step(from: Step<T>[], to: Step<T>[]): string | null {
    const step = from.pop();
    if (!step) return null;
    to.push({ state: this.#present, label: step.label });
    this.#present = step.state;
    this.#open = null;
    return step.label;
  }
}
