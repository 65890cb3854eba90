import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { BatchedDecoder } from '../../../src/onnx/rewrite/batched-decoder.ts';
import { cacheNames } from '../../../src/onnx/rewrite/cache-graphs.ts';
import { nowhere } from '../../../src/onnx/rewrite/masks.ts';
import { cacheTensor, cacheValues, int64 } from '../../runtime/tensors.ts';
import { CacheLedger } from './ledger.ts';
import type { CacheStore, RowCache } from './row-cache.ts';

type Shape = Pick<BatchedDecoder, 'layers' | 'dtype'>;

/** What is done to caches without reading them, a session each (src/onnx/rewrite/cache-graphs.ts). */
export interface CacheSessions {
  readonly pick: InferenceSession;
  readonly join: InferenceSession;
  readonly stack: InferenceSession;
}

/** Numbers of positions to add at the end of [B, KV, T, size], as Pad wants them. */
const padding = (positions: number): Tensor => int64([0, 0, 0, 0, 0, 0, positions, 0], [8]);

/** A cache in buffers of the device. */
class DeviceCache implements RowCache {
  readonly tensors: readonly Tensor[];
  readonly positions: readonly (readonly number[])[];
  readonly #ledger: CacheLedger;

  constructor(
    tensors: readonly Tensor[],
    positions: readonly (readonly number[])[],
    ledger: CacheLedger,
  ) {
    this.tensors = tensors;
    this.positions = positions;
    this.#ledger = ledger;
    ledger.took(this);
  }

  get bytes(): number {
    const width = (type: string) => (type === 'float16' ? 2 : 4);
    return this.tensors.reduce((sum, { size, type }) => sum + size * width(type), 0);
  }

  dispose(): void {
    if (!this.#ledger.gave(this)) return;
    for (const tensor of this.tensors) tensor.dispose();
  }
}

/** Caches that never leave the device: small graphs make new ones out of old ones. */
export class DeviceCaches implements CacheStore {
  readonly bytesPerPosition: number;
  readonly ledger = new CacheLedger();
  readonly #shape: Shape;
  readonly #sessions: CacheSessions;

  constructor(shape: Shape, bytesPerPosition: number, sessions: CacheSessions) {
    this.#shape = shape;
    this.bytesPerPosition = bytesPerPosition;
    this.#sessions = sessions;
  }

  none(rows: number): RowCache {
    const { layers, dtype } = this.#shape;
    const tensors = layers.flatMap(({ kvHeads, headSize }) =>
      ['key', 'value'].map(() => {
        const dims = [rows, kvHeads, 1, headSize];
        return cacheTensor(dtype, cacheValues(dtype, rows * kvHeads * headSize), dims);
      }),
    );
    return new DeviceCache(tensors, new Array<number[]>(rows).fill([nowhere]), this.ledger);
  }

  async extend(
    cache: RowCache,
    fresh: readonly Tensor[],
    positions: readonly (readonly number[])[],
  ): Promise<RowCache> {
    const more = new DeviceCache(fresh, positions, this.ledger);
    const nothing = cache.positions.every((row) => row.every((at) => at === nowhere));
    const longer = nothing ? more : await this.join(cache, more);
    cache.dispose();
    if (longer !== more) more.dispose();
    return longer;
  }

  async regroup(cache: RowCache, rows: readonly number[]): Promise<RowCache> {
    const feeds = { ...this.#feeds(cache, 'from'), rows: int64(rows, [rows.length]) };
    const tensors = await this.#run(this.#sessions.pick, feeds);
    const positions = rows.map((row) => cache.positions[row] ?? []);
    const picked = new DeviceCache(tensors, positions, this.ledger);
    cache.dispose();
    return picked;
  }

  async join(cache: RowCache, more: RowCache): Promise<RowCache> {
    const feeds = { ...this.#feeds(cache, 'from'), ...this.#feeds(more, 'more') };
    const tensors = await this.#run(this.#sessions.join, feeds);
    const positions = cache.positions.map((row, i) => [...row, ...(more.positions[i] ?? [])]);
    return new DeviceCache(tensors, positions, this.ledger);
  }

  async stack(cache: RowCache, more: RowCache): Promise<RowCache> {
    const lengths = [cache, more].map(({ positions }) => positions[0]?.length ?? 0);
    const length = Math.max(...lengths);
    const [before, after] = lengths.map((each) => length - each) as [number, number];
    const tensors = await this.#run(this.#sessions.stack, {
      ...this.#feeds(cache, 'from'),
      ...this.#feeds(more, 'more'),
      from_padding: padding(before),
      more_padding: padding(after),
    });
    const positions = [...cache.positions, ...more.positions].map((row) => [
      ...row,
      ...new Array<number>(length - row.length).fill(nowhere),
    ]);
    return new DeviceCache(tensors, positions, this.ledger);
  }

  async release(): Promise<void> {
    this.ledger.disposeAll();
    const { pick, join, stack } = this.#sessions;
    for (const session of [pick, join, stack]) await session.release();
  }

  #feeds(cache: RowCache, kind: string): Record<string, Tensor> {
    return Object.fromEntries(
      cacheNames(this.#shape, kind).map((name, i) => [name, cache.tensors[i] as Tensor]),
    );
  }

  async #run(session: InferenceSession, feeds: Record<string, Tensor>): Promise<Tensor[]> {
    const results = await session.run(feeds);
    return cacheNames(this.#shape, 'result').map((name) => results[name] as Tensor);
  }
}
