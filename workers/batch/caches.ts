import { Tensor, type InferenceSession } from 'onnxruntime-common';
import { cacheNames } from '../../src/onnx/rewrite/cache-graphs.ts';
import type { BatchedDecoder } from '../../src/onnx/rewrite/batched-decoder.ts';
import type { FloatType } from '../../src/onnx/rewrite/masks.ts';

/** Keys and values of rows, where the device left them, in the order of `cacheNames`. */
export class RowCache {
  readonly tensors: readonly Tensor[];

  constructor(tensors: readonly Tensor[]) {
    this.tensors = tensors;
  }

  /** Bytes on the device. */
  get bytes(): number {
    const size = this.tensors[0]?.type === 'float16' ? 2 : 4;
    return this.tensors.reduce((sum, { size: count }) => sum + count * size, 0);
  }

  dispose(): void {
    for (const tensor of this.tensors) tensor.dispose();
  }
}

/** What is done to caches without reading them, a session each. */
export interface CacheSessions {
  readonly pick: InferenceSession;
  readonly join: InferenceSession;
}

const int64 = (values: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [values.length]);

function zeros(dtype: FloatType, dims: readonly number[]): Tensor {
  const count = dims.reduce((product, dim) => product * dim, 1);
  return dtype === 'float32'
    ? new Tensor('float32', new Float32Array(count), dims)
    : new Tensor('float16', new Uint16Array(count), dims);
}

/** Makes caches out of caches, on the device. Never changes nor frees the ones it is given. */
export class CacheStore {
  readonly #shape: Pick<BatchedDecoder, 'layers' | 'dtype'>;
  readonly #sessions: CacheSessions;

  constructor(shape: Pick<BatchedDecoder, 'layers' | 'dtype'>, sessions: CacheSessions) {
    this.#shape = shape;
    this.#sessions = sessions;
  }

  /** Bytes of one position of one row, over all layers. */
  get bytesPerPosition(): number {
    const { layers, dtype } = this.#shape;
    const values = layers.reduce((sum, { kvHeads, headSize }) => sum + 2 * kvHeads * headSize, 0);
    return values * (dtype === 'float32' ? 4 : 2);
  }

  /** Rows of so many positions, all zeros. */
  empty(rows: number, positions: number): RowCache {
    const { layers, dtype } = this.#shape;
    return new RowCache(
      layers.flatMap(({ kvHeads, headSize }) =>
        ['key', 'value'].map(() => zeros(dtype, [rows, kvHeads, positions, headSize])),
      ),
    );
  }

  /** Feeds under the names of a kind of cache. */
  feeds(cache: RowCache, kind: string): Record<string, Tensor> {
    return Object.fromEntries(
      cacheNames(this.#shape, kind).map((name, i) => [name, cache.tensors[i] as Tensor]),
    );
  }

  /** Names of a kind of cache in the decoder's graph. */
  names(kind: string): string[] {
    return cacheNames(this.#shape, kind);
  }

  /** A cache out of a run's results, by their kind. */
  of(results: Readonly<Record<string, Tensor>>, kind: string): RowCache {
    return new RowCache(cacheNames(this.#shape, kind).map((name) => results[name] as Tensor));
  }

  /** The rows of these numbers, some perhaps more than once. */
  pick(cache: RowCache, rows: readonly number[]): Promise<RowCache> {
    return this.#run(this.#sessions.pick, {
      ...this.feeds(cache, 'from'),
      rows: int64(rows),
    });
  }

  /** One row's positions, then more of them. */
  join(cache: RowCache, more: RowCache): Promise<RowCache> {
    return this.#run(this.#sessions.join, {
      ...this.feeds(cache, 'from'),
      ...this.feeds(more, 'more'),
    });
  }

  async #run(session: InferenceSession, feeds: Record<string, Tensor>): Promise<RowCache> {
    return this.of(await session.run(feeds), 'result');
  }
}
