interface Waiting {
  readonly at: number;
  resolve(): void;
  reject(reason: unknown): void;
}

/** How far a row of blocks has come: others wait for what they are made of. */
export class Milestones {
  #passed = -1;
  #failure: { reason: unknown } | null = null;
  #waiting: Waiting[] = [];

  /** Those up to this one are done. */
  pass(at: number): void {
    this.#passed = Math.max(this.#passed, at);
    const reached = this.#waiting.filter((each) => each.at <= this.#passed);
    this.#waiting = this.#waiting.filter((each) => each.at > this.#passed);
    for (const { resolve } of reached) resolve();
  }

  /** No more will come. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }

  /** Resolves when this one is done; rejects where it never will be. */
  reached(at: number): Promise<void> {
    if (at <= this.#passed) return Promise.resolve();
    if (this.#failure) return Promise.reject(this.#failure.reason as Error);
    return new Promise((resolve, reject) => this.#waiting.push({ at, resolve, reject }));
  }
}
