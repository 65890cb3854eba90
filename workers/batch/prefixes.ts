import { nowhere } from '../../src/onnx/rewrite/masks.ts';
import type { BatchDecoder } from './batch-decoder.ts';
import type { RowCache } from './caches/row-cache.ts';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** Tells between two chunks of a long text that it is no longer wanted: by throwing. */
export type Pause = () => Promise<void>;

/** Chunks that are read in one run at most, of one text or of many: what is worked out between grows with them. */
const chunksAtOnce = 4;

/**
 * Reads texts side by side in chunks, shorter ones padded at their end; many long ones a few at a time.
 * @param behind what all of them continue; its positions come before theirs
 * @returns what they read by themselves, to be freed by the caller
 */
export async function readSideBySide(
  decoder: BatchDecoder,
  texts: readonly (readonly number[])[],
  behind: { prefix: RowCache; length: number },
  chunk: number,
  pause: Pause,
): Promise<RowCache> {
  const length = Math.max(1, ...texts.map((tokens) => tokens.length));
  const most = Math.max(1, Math.floor((chunksAtOnce * chunk) / Math.min(length, chunk)));
  if (texts.length <= most) return readAtOnce(decoder, texts, behind, chunk, pause);
  // halves, so that no row is moved more often than the rows can be halved
  const half = Math.ceil(texts.length / 2);
  const parts: RowCache[] = [];
  try {
    for (const part of [texts.slice(0, half), texts.slice(half)])
      parts.push(await readSideBySide(decoder, part, behind, chunk, pause));
    return await decoder.caches.stack(...(parts as [RowCache, RowCache]));
  } finally {
    for (const part of parts) part.dispose();
  }
}

async function readAtOnce(
  decoder: BatchDecoder,
  texts: readonly (readonly number[])[],
  behind: { prefix: RowCache; length: number },
  chunk: number,
  pause: Pause,
): Promise<RowCache> {
  const length = Math.max(...texts.map((tokens) => tokens.length));
  const place = (tokens: readonly number[], i: number) =>
    i < tokens.length ? behind.length + i : nowhere;
  let cache = decoder.caches.none(texts.length);
  try {
    for (let start = 0; start < length; start += chunk) {
      const part = range(start, Math.min(start + chunk, length));
      const read = await decoder.read({
        tokens: texts.map((tokens) => part.map((i) => tokens[i] ?? 0)),
        positions: texts.map((tokens) => part.map((i) => place(tokens, i))),
        past: cache,
        prefix: behind.prefix,
      });
      cache = read.cache;
      await pause();
    }
  } catch (thrown) {
    cache.dispose();
    throw thrown;
  }
  return cache;
}

/** A prefix that stays until it is given back. */
export interface Lease {
  readonly prefix: RowCache;
  readonly release: () => void;
}

interface Kept {
  readonly tokens: readonly number[];
  readonly prefix: RowCache;
  /** Leases not given back. */
  leases: number;
  used: number;
}

const begins = (tokens: readonly number[], start: readonly number[]): boolean =>
  start.length <= tokens.length && start.every((token, i) => token === tokens[i]);

/**
 * Prefixes that were read, kept for the next ones that begin alike; of those nobody reads, the one longest
 * unused is given up first.
 */
export class PrefixStore {
  readonly #decoder: BatchDecoder;
  readonly #chunk: number;
  readonly #budget: number;
  #kept: Kept[] = [];
  #clock = 0;

  /** @param budget bytes that kept prefixes may take; those being read are kept in any case */
  constructor(decoder: BatchDecoder, chunk: number, budget: number) {
    this.#decoder = decoder;
    this.#chunk = chunk;
    this.#budget = budget;
  }

  /** Bytes kept. */
  get bytes(): number {
    return this.#kept.reduce((sum, { prefix }) => sum + prefix.bytes, 0);
  }

  /** The prefix of these tokens, read as far as no kept one has them. */
  async lease(tokens: readonly number[], pause: Pause): Promise<Lease> {
    const from = this.#lease(this.#longest(tokens) ?? this.#keep([], this.#decoder.caches.none(1)));
    if (from.tokens.length === tokens.length) return from;
    try {
      const more = await readSideBySide(
        this.#decoder,
        [tokens.slice(from.tokens.length)],
        { prefix: from.prefix, length: from.tokens.length },
        this.#chunk,
        pause,
      );
      return this.#lease(this.#keep(tokens, await this.#joined(from, more)));
    } finally {
      from.release();
    }
  }

  dispose(): void {
    for (const { prefix } of this.#kept) prefix.dispose();
    this.#kept = [];
  }

  async #joined(
    { tokens, prefix }: Pick<Kept, 'tokens' | 'prefix'>,
    more: RowCache,
  ): Promise<RowCache> {
    if (tokens.length === 0) return more;
    const whole = await this.#decoder.caches.join(prefix, more);
    more.dispose();
    return whole;
  }

  /** The kept prefix that has most of these tokens. */
  #longest(tokens: readonly number[]): Kept | undefined {
    return this.#kept
      .filter((kept) => begins(tokens, kept.tokens))
      .sort((a, b) => b.tokens.length - a.tokens.length)[0];
  }

  #keep(tokens: readonly number[], prefix: RowCache): Kept {
    const kept = { tokens, prefix, leases: 0, used: 0 };
    this.#kept.push(kept);
    return kept;
  }

  #lease(kept: Kept): Lease & Pick<Kept, 'tokens'> {
    kept.leases += 1;
    kept.used = this.#clock++;
    this.#trim();
    const release = () => {
      kept.leases -= 1;
      this.#trim();
    };
    return { tokens: kept.tokens, prefix: kept.prefix, release };
  }

  #trim(): void {
    const free = this.#kept.filter(({ leases }) => leases === 0).sort((a, b) => a.used - b.used);
    for (const kept of free) {
      if (this.bytes <= this.#budget) return;
      this.#kept = this.#kept.filter((each) => each !== kept);
      kept.prefix.dispose();
    }
  }
}
