import { nowhere } from '../../src/onnx/rewrite/masks.ts';
import type { BatchDecoder, Prefix } from './batch-decoder.ts';
import type { RowCache } from './caches.ts';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** Tells between two chunks of a long text that it is no longer wanted: by throwing. */
export type Pause = () => Promise<void>;

/**
 * Reads texts side by side in chunks, shorter ones padded at their end.
 * @param behind what all of them continue; its positions come before theirs
 * @returns their own cache, to be freed by the caller
 */
export async function readSideBySide(
  decoder: BatchDecoder,
  texts: readonly (readonly number[])[],
  behind: { prefix: Prefix; length: number },
  chunk: number,
  pause: Pause,
): Promise<{ cache: RowCache; positions: number[][] }> {
  const length = Math.max(...texts.map((tokens) => tokens.length));
  const place = (tokens: readonly number[], i: number) =>
    i < tokens.length ? behind.length + i : nowhere;
  let cache = decoder.caches.empty(texts.length, 0);
  for (let start = 0; start < length; start += chunk) {
    const part = range(start, Math.min(start + chunk, length));
    const read = await decoder.read({
      tokens: texts.map((tokens) => part.map((i) => tokens[i] ?? 0)),
      positions: texts.map((tokens) => part.map((i) => place(tokens, i))),
      before: texts.map((tokens) => range(0, start).map((i) => place(tokens, i))),
      past: cache,
      prefix: behind.prefix,
    });
    cache.dispose();
    cache = read.cache;
    await pause();
  }
  return { cache, positions: texts.map((tokens) => range(0, length).map((i) => place(tokens, i))) };
}

interface Kept {
  readonly tokens: readonly number[];
  readonly prefix: Prefix;
  used: number;
}

const begins = (tokens: readonly number[], start: readonly number[]): boolean =>
  start.length <= tokens.length && start.every((token, i) => token === tokens[i]);

/** Prefixes that were read, kept for the next ones that begin alike, the longest unused given up first. */
export class PrefixStore {
  readonly #decoder: BatchDecoder;
  readonly #chunk: number;
  readonly #budget: number;
  #kept: Kept[] = [];
  #clock = 0;

  /** @param budget bytes that kept prefixes may take; the one in use is kept in any case */
  constructor(decoder: BatchDecoder, chunk: number, budget: number) {
    this.#decoder = decoder;
    this.#chunk = chunk;
    this.#budget = budget;
  }

  /** Bytes kept. */
  get bytes(): number {
    return this.#kept.reduce((sum, { prefix }) => sum + prefix.cache.bytes, 0);
  }

  /** The prefix of these tokens, read where no kept one has them. Belongs to the store. */
  async get(tokens: readonly number[], pause: Pause): Promise<Prefix> {
    if (tokens.length === 0) return this.#keep(tokens, this.#decoder.noPrefix()).prefix;
    const best = this.#kept
      .filter((kept) => begins(tokens, kept.tokens))
      .sort((a, b) => b.tokens.length - a.tokens.length)[0];
    const from = best ?? this.#keep([], this.#decoder.noPrefix());
    from.used = this.#clock++;
    if (from.tokens.length === tokens.length) return from.prefix;
    const { cache } = await readSideBySide(
      this.#decoder,
      [tokens.slice(from.tokens.length)],
      { prefix: from.prefix, length: from.tokens.length },
      this.#chunk,
      pause,
    );
    const whole =
      from.tokens.length === 0 ? cache : await this.#decoder.caches.join(from.prefix.cache, cache);
    if (whole !== cache) cache.dispose();
    const prefix = { cache: whole, positions: [range(0, tokens.length)] };
    return this.#keep(tokens, prefix).prefix;
  }

  dispose(): void {
    for (const { prefix } of this.#kept) prefix.cache.dispose();
    this.#kept = [];
  }

  #keep(tokens: readonly number[], prefix: Prefix): Kept {
    const same = this.#kept.find(
      (kept) => kept.tokens.length === tokens.length && begins(tokens, kept.tokens),
    );
    if (same) {
      if (same.prefix !== prefix) prefix.cache.dispose();
      same.used = this.#clock++;
      return same;
    }
    const kept = { tokens, prefix, used: this.#clock++ };
    this.#kept.push(kept);
    this.#kept.sort((a, b) => b.used - a.used);
    while (this.#kept.length > 1 && this.bytes > this.#budget)
      this.#kept.pop()?.prefix.cache.dispose();
    return kept;
  }
}
