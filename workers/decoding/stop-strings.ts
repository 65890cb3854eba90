/** What one more piece of text brings: text that is certain, and the stop string if one is complete. */
export interface Scan {
  text: string;
  stop: string | null;
}

/**
 * Looks for stop strings in text that comes piece by piece, and holds back whatever may still become
 * part of one. The first to be complete ends the text, as if it came character by character, so
 * the borders of the pieces make no difference; of two that end together the longer one counts.
 */
export class StopScanner {
  readonly #stops: readonly string[];
  readonly #longest: number;
  #held = '';

  constructor(stops: readonly string[]) {
    this.#stops = stops;
    this.#longest = Math.max(0, ...stops.map((stop) => stop.length));
  }

  push(piece: string): Scan {
    this.#held += piece;
    const found = this.#firstComplete();
    if (found) {
      const text = this.#held.slice(0, found.end - found.stop.length);
      this.#held = '';
      return { text, stop: found.stop };
    }
    const certain = this.#held.length - this.#openEnd();
    const text = this.#held.slice(0, certain);
    this.#held = this.#held.slice(certain);
    return { text, stop: null };
  }

  /** What was held back, when nothing more can come. */
  flush(): string {
    const text = this.#held;
    this.#held = '';
    return text;
  }

  #firstComplete(): { stop: string; end: number } | null {
    let first: { stop: string; end: number } | null = null;
    for (const stop of this.#stops) {
      const at = this.#held.indexOf(stop);
      if (at < 0) continue;
      const end = at + stop.length;
      const longer = first !== null && end === first.end && stop.length > first.stop.length;
      if (first === null || end < first.end || longer) first = { stop, end };
    }
    return first;
  }

  /** Length of the longest end of the held text with which a stop string starts. */
  #openEnd(): number {
    for (let n = Math.min(this.#longest - 1, this.#held.length); n > 0; n--) {
      const end = this.#held.slice(-n);
      if (this.#stops.some((stop) => stop.startsWith(end))) return n;
    }
    return 0;
  }
}
