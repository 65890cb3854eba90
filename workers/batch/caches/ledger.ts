/** What a ledger keeps count of. */
interface Counted {
  readonly bytes: number;
  dispose(): void;
}

/** Counts caches: the bytes that are held now, and the most that ever were. */
export class CacheLedger {
  readonly #caches = new Set<Counted>();
  #held = 0;
  #most = 0;

  get held(): number {
    return this.#held;
  }

  get most(): number {
    return this.#most;
  }

  took(cache: Counted): void {
    this.#caches.add(cache);
    this.#held += cache.bytes;
    this.#most = Math.max(this.#most, this.#held);
  }

  /** @returns whether it was held until now */
  gave(cache: Counted): boolean {
    const held = this.#caches.delete(cache);
    if (held) this.#held -= cache.bytes;
    return held;
  }

  /** Gives all of them up, for when nobody can tell any more whose they are. */
  disposeAll(): void {
    for (const cache of this.#caches) cache.dispose();
  }
}
