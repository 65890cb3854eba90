import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { graphShape, type GraphShape } from './graph-shape.ts';
import { cacheTensor, cacheValues, int64 } from './tensors.ts';

/** Keys and values of what a row has read so far, where the device left them. */
export class KeyValueCache {
  /** The decoder it belongs to; no other can read on from it. */
  readonly owner: Decoder;
  /** Tokens held. */
  length = 0;
  tensors: Record<string, Tensor>;
  readonly #gone: (cache: KeyValueCache) => void;

  /** @param gone told when it is disposed of */
  constructor(
    owner: Decoder,
    tensors: Record<string, Tensor>,
    gone: (cache: KeyValueCache) => void,
  ) {
    this.owner = owner;
    this.tensors = tensors;
    this.#gone = gone;
  }

  /** Takes a step's outputs in place of its inputs. */
  replace(tensors: Record<string, Tensor>, length: number): void {
    const old = this.tensors;
    this.tensors = tensors;
    this.length = length;
    for (const tensor of Object.values(old)) tensor.dispose();
  }

  dispose(): void {
    this.#gone(this);
    this.replace({}, 0);
  }
}

/** A causal language model in a session: tokens in, logits out, one row at a time. */
export class Decoder {
  readonly #session: InferenceSession;
  readonly #shape: GraphShape;
  readonly #caches = new Set<KeyValueCache>();

  /** @throws TypeError where the graph is not a decoder in the hub's layout */
  constructor(session: InferenceSession) {
    this.#session = session;
    this.#shape = graphShape(session);
  }

  /** A row that has read nothing. */
  emptyCache(): KeyValueCache {
    const tensors = this.#shape.cache.map(({ past, type, dims }) => [
      past,
      cacheTensor(type, cacheValues(type, 0), dims),
    ]);
    const gone = (cache: KeyValueCache) => this.#caches.delete(cache);
    const cache = new KeyValueCache(this, Object.fromEntries(tensors), gone);
    this.#caches.add(cache);
    return cache;
  }

  /**
   * Reads `tokens` after what the cache holds, and takes them into the cache.
   * @param rows how many of the last positions' logits to give (1 to tokens.length)
   * @returns [rows, V], row by row
   * @throws whatever the session throws; the cache may then no longer be used
   */
  async read(cache: KeyValueCache, tokens: readonly number[], rows = 1): Promise<Float32Array[]> {
    const length = cache.length + tokens.length;
    const feeds: Record<string, Tensor> = {
      ...cache.tensors,
      input_ids: int64(tokens, [1, tokens.length]),
      attention_mask: int64(new Array<number>(length).fill(1), [1, length]),
    };
    if (this.#shape.keep) feeds.num_logits_to_keep = int64([rows], this.#shape.keep);
    if (this.#shape.positions) {
      feeds.position_ids = int64(
        tokens.map((_, i) => cache.length + i),
        [1, tokens.length],
      );
    }
    const { logits, ...outputs } = await this.#session.run(feeds);
    const presents = this.#shape.cache.map(({ past, present }) => [past, outputs[present]]);
    cache.replace(Object.fromEntries(presents), length);
    return lastRows(logits, rows);
  }

  /** Gives up all caches that are still held, too: they lie in buffers of the session, which cannot free them later. */
  async release(): Promise<void> {
    try {
      for (const cache of this.#caches) cache.dispose();
    } finally {
      await this.#session.release();
    }
  }
}

async function lastRows(logits: Tensor | undefined, rows: number): Promise<Float32Array[]> {
  const data = await logits?.getData().finally(() => logits.dispose());
  const size = logits?.dims.at(-1) ?? 0;
  if (!(data instanceof Float32Array)) throw new TypeError(`logits are ${logits?.type}`);
  const start = data.length - rows * size;
  return Array.from({ length: rows }, (_, row) =>
    data.subarray(start + row * size, start + (row + 1) * size),
  );
}
