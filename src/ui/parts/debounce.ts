/** Calls an action once calls for it have been quiet for a while. */
export class Debounce {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #action: () => void;
  readonly #delay: number;

  /** @param delay of quiet, in milliseconds */
  constructor(delay: number, action: () => void) {
    this.#delay = delay;
    this.#action = action;
  }

  /** Whether the action is still to come. */
  get pending(): boolean {
    return this.#timer !== undefined;
  }

  /** Asks for the action; the quiet begins anew. */
  call(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#delay);
  }

  /** Does now what is still to come; nothing where nothing is. */
  flush(): void {
    if (!this.pending) return;
    this.cancel();
    this.#action();
  }

  /** Forgets what is still to come. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
