import { Problem } from '../../domain/problem.ts';

/**
 * Keys by the origin that they are for, in memory alone: they go with the page. Nothing that lists or
 * writes an object finds them.
 */
export class KeyRing {
  readonly #keys = new Map<string, string>();

  /**
   * Keeps a key for an address; an empty one takes the kept one away.
   * @throws Problem 'bad-input' where it cannot be sent; the message does not have it
   */
  set(url: string, key: string): void {
    const trimmed = key.trim();
    const { origin } = new URL(url);
    if (trimmed === '') this.#keys.delete(origin);
    // what a header refuses would come back in the refusal's own words
    else if (!/^[\x21-\x7e]+$/.test(trimmed))
      throw new Problem({
        code: 'bad-input',
        message: `The key for ${origin} has a character that no key has, such as a space.`,
        remedy: 'Copy it once more, without anything around it.',
      });
    else this.#keys.set(origin, trimmed);
  }

  of(url: string): string | null {
    return this.#keys.get(new URL(url).origin) ?? null;
  }

  has(url: string): boolean {
    return this.of(url) !== null;
  }

  forget(): void {
    this.#keys.clear();
  }
}
