/** Time between two pieces of news, in milliseconds: cells may come by the hundred in a second. */
const pause = 200;

/** Collects the keys of new cells, and tells them together. */
export class CellNews {
  readonly #tell: (keys: string[]) => void;
  #keys: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (keys: string[]) => void) {
    this.#tell = tell;
  }

  add(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.#keys = this.#keys.concat(keys);
    this.#timer ??= setTimeout(() => this.flush(), pause);
  }

  /** Tells at once what has been collected. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const keys = this.#keys;
    this.#keys = [];
    if (keys.length > 0) this.#tell(keys);
  }
}
