import type { Tensor } from 'onnxruntime-common';
import type { BatchedDecoder } from '../../../src/onnx/rewrite/batched-decoder.ts';
import { nowhere } from '../../../src/onnx/rewrite/masks.ts';
import { cacheTensor, cacheValues, type CacheValues } from '../../runtime/tensors.ts';
import { CacheLedger } from './ledger.ts';
import type { CacheStore, RowCache } from './row-cache.ts';

/** Room is made for so many positions more than are needed, so that few tokens move all. */
const slack = 16;

type Shape = Pick<BatchedDecoder, 'layers' | 'dtype'>;

/** Rows of a cache that grows get so many times the room that they need. */
const spareRows = 1.25;

/** A layer's keys or values [rows, KV, C, size]: the first rows are taken, and of their C positions the first. */
interface Part {
  readonly values: CacheValues;
  readonly kvHeads: number;
  readonly size: number;
}

/** A cache in memory, with room to grow in place. */
class HostCache implements RowCache {
  readonly parts: readonly Part[];
  readonly room: number;
  readonly used: number;
  readonly positions: readonly (readonly number[])[];
  readonly tensors: readonly Tensor[];

  readonly #ledger: CacheLedger;

  /** @param positions of the places that are taken */
  constructor(
    dtype: Shape['dtype'],
    parts: readonly Part[],
    room: number,
    positions: readonly (readonly number[])[],
    ledger: CacheLedger,
  ) {
    this.#ledger = ledger;
    this.parts = parts;
    this.room = room;
    this.used = positions[0]?.length ?? 0;
    const free = new Array<number>(room - this.used).fill(nowhere);
    this.positions = positions.map((row) => [...row, ...free]);
    this.tensors = parts.map(({ values, kvHeads, size }) => {
      const dims = [positions.length, kvHeads, room, size];
      const count = dims.reduce((product, dim) => product * dim);
      return cacheTensor(dtype, values.subarray(0, count), dims);
    });
    ledger.took(this);
  }

  get bytes(): number {
    return this.parts.reduce((sum, { values }) => sum + values.byteLength, 0);
  }

  /** Rows that there is memory for. */
  get capacity(): number {
    const [part] = this.parts;
    return part ? part.values.length / (part.kvHeads * this.room * part.size) : 0;
  }

  get rows(): number {
    return this.positions.length;
  }

  /** Where the places that are taken stand. */
  get taken(): readonly (readonly number[])[] {
    return this.positions.map((row) => row.slice(0, this.used));
  }

  /** The memory itself is the collector's. */
  dispose(): void {
    this.#ledger.gave(this);
  }
}

/** From so many elements on, setting a slice costs less than a loop over them. */
const worthSetting = 128;

/** Copies places of every block [places, size], one block per row and head, between two roomy arrays. */
function copyPlaces(
  from: { values: CacheValues; room: number; first: number },
  to: { values: CacheValues; room: number; first: number },
  blocks: number,
  length: number,
): void {
  const [source, target] = [from.values, to.values];
  for (let block = 0; block < blocks; block++) {
    const start = block * from.room + from.first;
    const place = block * to.room + to.first;
    if (length >= worthSetting) target.set(source.subarray(start, start + length), place);
    // most copies are one place
    else for (let i = 0; i < length; i++) target[place + i] = source[start + i] as number;
  }
}

/**
 * Caches in memory that the runtime reads where they lie (in Node) or takes along with a run (on wasm). A step
 * writes its own place and moves nothing else.
 */
export class HostCaches implements CacheStore {
  readonly bytesPerPosition: number;
  readonly ledger = new CacheLedger();
  readonly #shape: Shape;

  constructor(shape: Shape, bytesPerPosition: number) {
    this.#shape = shape;
    this.bytesPerPosition = bytesPerPosition;
  }

  none(rows: number): RowCache {
    return this.#make(rows, 1, new Array<number[]>(rows).fill([]));
  }

  extend(
    cache: RowCache,
    fresh: readonly Tensor[],
    positions: readonly (readonly number[])[],
  ): Promise<RowCache> {
    const old = cache as HostCache;
    const more = positions[0]?.length ?? 0;
    const needed = old.used + more;
    const roomy = needed <= old.room ? old : this.#moved(old, needed + slack);
    roomy.parts.forEach(({ values, kvHeads, size }, i) => {
      const read = { values: fresh[i]?.data as CacheValues, room: more * size, first: 0 };
      const place = { values, room: roomy.room * size, first: old.used * size };
      copyPlaces(read, place, old.rows * kvHeads, more * size);
    });
    const taken = old.taken.map((row, i) => [...row, ...(positions[i] ?? [])]);
    roomy.dispose();
    old.dispose();
    return Promise.resolve(this.#over(roomy.parts, roomy.room, taken));
  }

  regroup(cache: RowCache, rows: readonly number[]): Promise<RowCache> {
    const old = cache as HostCache;
    const taken = rows.map((row) => old.taken[row] ?? []);
    // a row is read where it was: no other may have been written there
    const written = (row: number) => row < rows.length && rows[row] !== row;
    const inPlace =
      rows.length <= old.capacity && rows.every((row, at) => row === at || !written(row));
    const capacity = Math.ceil(rows.length * (rows.length > old.rows ? spareRows : 1));
    const target = inPlace ? old : this.#make(rows.length, old.room, taken, capacity);
    target.parts.forEach(({ values, kvHeads, size }, i) => {
      const length = kvHeads * old.room * size;
      const from = (old.parts[i] as Part).values;
      rows.forEach((row, at) => {
        if (inPlace && row === at) return;
        values.set(from.subarray(row * length, (row + 1) * length), at * length);
      });
    });
    old.dispose();
    target.dispose();
    return Promise.resolve(this.#over(target.parts, old.room, taken));
  }

  join(cache: RowCache, more: RowCache): Promise<RowCache> {
    const [first, second] = [cache as HostCache, more as HostCache];
    const joined = this.#moved(first, first.used + second.used);
    joined.parts.forEach(({ values, kvHeads, size }, i) =>
      copyPlaces(
        { values: (second.parts[i] as Part).values, room: second.room * size, first: 0 },
        { values, room: joined.room * size, first: first.used * size },
        first.rows * kvHeads,
        second.used * size,
      ),
    );
    const taken = first.taken.map((row, i) => [...row, ...(second.taken[i] ?? [])]);
    joined.dispose();
    return Promise.resolve(this.#over(joined.parts, joined.room, taken));
  }

  stack(cache: RowCache, more: RowCache): Promise<RowCache> {
    const both = [cache as HostCache, more as HostCache];
    const used = Math.max(...both.map((each) => each.used));
    const room = used + slack;
    const taken = both.flatMap((each) => each.taken);
    const padded = taken.map((row) => [
      ...row,
      ...new Array<number>(used - row.length).fill(nowhere),
    ]);
    const stacked = this.#make(padded.length, room, padded);
    stacked.parts.forEach(({ values, kvHeads, size }, i) => {
      let start = 0;
      for (const each of both) {
        const from = { values: (each.parts[i] as Part).values, room: each.room * size, first: 0 };
        const to = { values: values.subarray(start), room: room * size, first: 0 };
        copyPlaces(from, to, each.rows * kvHeads, each.used * size);
        start += each.rows * kvHeads * room * size;
      }
    });
    return Promise.resolve(stacked);
  }

  release(): Promise<void> {
    this.ledger.disposeAll();
    return Promise.resolve();
  }

  /** Zeros with room for so many positions and rows. */
  #make(
    rows: number,
    room: number,
    taken: readonly (readonly number[])[],
    capacity = rows,
  ): HostCache {
    const { layers, dtype } = this.#shape;
    const parts = layers.flatMap(({ kvHeads, headSize: size }) =>
      ['key', 'value'].map((): Part => {
        return { values: cacheValues(dtype, capacity * kvHeads * room * size), kvHeads, size };
      }),
    );
    return this.#over(parts, room, taken);
  }

  #over(parts: readonly Part[], room: number, taken: readonly (readonly number[])[]): HostCache {
    return new HostCache(this.#shape.dtype, parts, room, taken, this.ledger);
  }

  /** The same with more room. */
  #moved(old: HostCache, room: number): HostCache {
    const moved = this.#make(old.rows, room, old.taken, old.capacity);
    moved.parts.forEach(({ values, kvHeads, size }, i) =>
      copyPlaces(
        { values: (old.parts[i] as Part).values, room: old.room * size, first: 0 },
        { values, room: room * size, first: 0 },
        old.rows * kvHeads,
        old.used * size,
      ),
    );
    return moved;
  }
}
