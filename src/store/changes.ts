import type { RunSummary } from './summary.ts';

/** What changed in the store. After a reset everything has to be read anew. */
export type RunChange =
  { kind: 'put'; summaries: RunSummary[] } | { kind: 'removed'; ids: string[] } | { kind: 'reset' };

/** Tells this tab's listeners, and through a BroadcastChannel those of other tabs. */
export class Changes {
  readonly #listeners = new Set<(change: RunChange) => void>();
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<RunChange>) => this.tell(data);
  }

  listen(listener: (change: RunChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every tab. */
  publish(change: RunChange): void {
    this.tell(change);
    this.#channel.postMessage(change);
  }

  /** Tells this tab alone. */
  tell(change: RunChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  close(): void {
    this.#listeners.clear();
    this.#channel.close();
  }
}
