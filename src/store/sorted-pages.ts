/** Two sorted lists as one; of equals those of the first come first. */
function merge<T>(a: readonly T[], b: readonly T[], order: (a: T, b: T) => number): T[] {
  const merged: T[] = [];
  let i = 0;
  for (const item of b) {
    for (let next = a[i]; next !== undefined && order(next, item) <= 0; next = a[++i]) {
      merged.push(next);
    }
    merged.push(item);
  }
  for (; i < a.length; i++) merged.push(a[i] as T);
  return merged;
}

/** A list that comes in pages, sorted as it comes: the work is spread, and there is no long end. */
export class SortedPages<T extends object> {
  readonly #order: (a: T, b: T) => number;
  /** Sorted parts, each more than twice as long as the next. */
  readonly #parts: T[][] = [];

  constructor(order: (a: T, b: T) => number) {
    this.#order = order;
  }

  add(page: T[]): void {
    this.#parts.push(page.sort(this.#order));
    while (this.#tooShort()) this.#mergeLast();
  }

  /** All in order; of equals those that came first come first. */
  all(): T[] {
    while (this.#parts.length > 1) this.#mergeLast();
    return this.#parts[0] ?? [];
  }

  #tooShort(): boolean {
    const [before, last] = [this.#parts.at(-2), this.#parts.at(-1)];
    return before !== undefined && last !== undefined && before.length <= 2 * last.length;
  }

  #mergeLast(): void {
    const [before = [], last = []] = this.#parts.splice(-2);
    this.#parts.push(merge(before, last, this.#order));
  }
}
