/** Lets a training be held up and go on; who cancels it need not resume it first. */
export class Control {
  readonly signal: AbortSignal;
  #paused: { free: Promise<void>; go: () => void } | null = null;

  constructor(signal: AbortSignal) {
    this.signal = signal;
    signal.addEventListener('abort', () => this.resume(), { once: true });
  }

  get paused(): boolean {
    return this.#paused !== null;
  }

  pause(): void {
    if (this.signal.aborted || this.#paused) return;
    let go: () => void = () => undefined;
    const free = new Promise<void>((resolve) => (go = resolve));
    this.#paused = { free, go };
  }

  resume(): void {
    this.#paused?.go();
    this.#paused = null;
  }

  /** Resolves once it may go on; at once where nothing holds it up. */
  get free(): Promise<void> {
    return this.#paused?.free ?? Promise.resolve();
  }
}
