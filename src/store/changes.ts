/** Tells this tab's listeners of changes, and through a BroadcastChannel those of other tabs. */
export class Changes<Change> {
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Change>) => this.tell(data);
  }

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every tab. */
  publish(change: Change): void {
    this.tell(change);
    this.#channel.postMessage(change);
  }

  /** Tells this tab alone. */
  tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  close(): void {
    this.#listeners.clear();
    this.#channel.close();
  }
}
