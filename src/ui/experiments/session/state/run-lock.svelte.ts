import { isHeld, whileHolding } from '../../../../store/locks.ts';

/** Who runs an experiment: nobody, this tab, or another one of this browser. */
export type Holder = 'nobody' | 'here' | 'elsewhere';

/** What tabs hold while they run an experiment. */
export const runLockName = (id: string): string => `incontext-lab/experiment/${id}`;

/** How long to wait before asking again, in milliseconds. */
const pause = 200;

/** The one right to run an experiment, among all tabs; a tab that dies gives it back. */
export class RunLock {
  holder = $state<Holder>('nobody');
  readonly #name: string;
  readonly #onFreed: () => void;
  readonly #closed = new AbortController();
  #waiting = false;

  /** @param onFreed told when another tab gives the right back */
  constructor(id: string, onFreed: () => void) {
    this.#name = runLockName(id);
    this.#onFreed = onFreed;
  }

  /** Finds out whether another tab holds it, and if so waits unseen until it no longer does. */
  async look(): Promise<void> {
    if (this.holder === 'here') return;
    const held = await isHeld(this.#name);
    this.holder = held ? 'elsewhere' : 'nobody';
    if (held) void this.#awaitFreed();
  }

  /**
   * Works while holding it.
   * @param patience milliseconds to wait for another tab (one that is just closing, say)
   * @returns whether it was to be had
   */
  async hold(work: () => Promise<void>, patience = 0): Promise<boolean> {
    const holding = async () => {
      this.holder = 'here';
      try {
        await work();
      } finally {
        this.holder = 'nobody';
      }
      return true;
    };
    for (let waited = 0; ; waited += pause) {
      if (await whileHolding(this.#name, holding, { onBusy: () => false })) return true;
      if (waited >= patience) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    await this.look();
    return false;
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
