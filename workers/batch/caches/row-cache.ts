import type { Tensor } from 'onnxruntime-common';
import type { CacheLedger } from './ledger.ts';

/** Keys and values of rows, where the device left them, and where each stands in its row's text. */
export interface RowCache {
  /** By row, `nowhere` for padding; one at least, and as many as the tensors have room for. */
  readonly positions: readonly (readonly number[])[];
  /** [B, KV, T, size] each, in the order of `cacheNames`. */
  readonly tensors: readonly Tensor[];
  /** Memory taken, spare room included. */
  readonly bytes: number;
  dispose(): void;
}

/** Makes caches out of caches, on the device. */
export interface CacheStore {
  /** Bytes of one position of one row, over all layers. */
  readonly bytesPerPosition: number;
  /** Of all caches made here and not yet given up. */
  readonly ledger: CacheLedger;

  /** Rows that have read nothing. */
  none(rows: number): RowCache;

  /**
   * What was read after a cache joins it. The one given is used up.
   * @param fresh [B, KV, S, size] each; used up too
   * @param positions of what was read, [B][S]
   */
  extend(
    cache: RowCache,
    fresh: readonly Tensor[],
    positions: readonly (readonly number[])[],
  ): Promise<RowCache>;

  /**
   * The rows of these numbers, some perhaps more than once. The cache given is used up; rows that keep
   * their places cost nothing where that can be.
   */
  regroup(cache: RowCache, rows: readonly number[]): Promise<RowCache>;

  /** Rows with the positions of both, one after the other. Both stay. */
  join(cache: RowCache, more: RowCache): Promise<RowCache>;

  /** The rows of both, one after the other. Both stay. */
  stack(cache: RowCache, more: RowCache): Promise<RowCache>;

  /** Gives up all caches that are still held, too: after a failed run nobody else does. */
  release(): Promise<void>;
}
