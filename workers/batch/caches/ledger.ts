/** Counts the bytes of caches: what is held now, and the most that ever was. */
export class CacheLedger {
  #held = 0;
  #most = 0;

  get held(): number {
    return this.#held;
  }

  get most(): number {
    return this.#most;
  }

  took(bytes: number): void {
    this.#held += bytes;
    this.#most = Math.max(this.#most, this.#held);
  }

  gave(bytes: number): void {
    this.#held -= bytes;
  }
}
