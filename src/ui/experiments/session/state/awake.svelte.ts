import * as v from 'valibot';
import { recall, remember } from '../../../choices.ts';

const key = 'keep-awake';

/** Keeps the screen on while an experiment runs, where the reader has said so and the browser can. */
export class Awake {
  readonly supported = 'wakeLock' in navigator;
  /** What the reader wants; remembered on this machine. */
  wanted = $state(recall(key, v.boolean(), false));
  #working = false;
  #sentinel: WakeLockSentinel | null = null;

  want(wanted: boolean): void {
    this.wanted = wanted;
    remember(key, wanted);
    void this.#follow();
  }

  /** Work begins or ends. */
  set working(working: boolean) {
    this.#working = working;
    if (working) document.addEventListener('visibilitychange', this.#onVisible);
    else document.removeEventListener('visibilitychange', this.#onVisible);
    void this.#follow();
  }

  /** The browser takes the lock back when the page is hidden. */
  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') void this.#follow();
  };

  async #follow(): Promise<void> {
    const wanted = this.supported && this.wanted && this.#working;
    try {
      if (!wanted) await this.#sentinel?.release();
      else if (!this.#sentinel || this.#sentinel.released)
        this.#sentinel = await navigator.wakeLock.request('screen');
    } catch {
      // low battery, or the page is hidden: the run goes on with the screen off
    }
  }
}
