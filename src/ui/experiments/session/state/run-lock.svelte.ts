/** Who runs an experiment: nobody, this tab, or another one of this browser. */
export type Holder = 'nobody' | 'here' | 'elsewhere';

/** The one right to run an experiment, among all tabs; a tab that dies gives it back. */
export class RunLock {
  holder = $state<Holder>('nobody');
  readonly #name: string;
  readonly #onFreed: () => void;
  readonly #closed = new AbortController();
  #waiting = false;

  /** @param onFreed told when another tab gives the right back */
  constructor(id: string, onFreed: () => void) {
    this.#name = `incontext-lab/experiment/${id}`;
    this.#onFreed = onFreed;
  }

  /** Finds out whether another tab holds it, and if so waits unseen until it no longer does. */
  async look(): Promise<Holder> {
    if (this.holder === 'here') return 'here';
    const { held = [] } = await navigator.locks.query();
    const taken = held.some(({ name, mode }) => name === this.#name && mode === 'exclusive');
    this.holder = taken ? 'elsewhere' : 'nobody';
    if (taken) void this.#awaitFreed();
    return this.holder;
  }

  /**
   * Works while holding it.
   * @param patience milliseconds to wait for another tab (one that is just closing, say)
   * @returns whether it was to be had
   */
  async hold(work: () => Promise<void>, patience = 0): Promise<boolean> {
    const options =
      patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
    try {
      return await navigator.locks.request(this.#name, options, async (lock) => {
        if (!lock) return false;
        this.holder = 'here';
        await work();
        return true;
      });
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'TimeoutError') return false;
      throw thrown;
    } finally {
      if (this.holder === 'here') this.holder = 'nobody';
      await this.look();
    }
  }

  close(): void {
    this.#closed.abort();
  }

  /** A shared lock is to be had as soon as nobody holds it alone. */
  async #awaitFreed(): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = true;
    try {
      const { signal } = this.#closed;
      await navigator.locks.request(this.#name, { mode: 'shared', signal }, () => undefined);
      this.holder = 'nobody';
      this.#onFreed();
    } catch {
      // closed meanwhile
    } finally {
      this.#waiting = false;
    }
  }
}
