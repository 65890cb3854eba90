import { Tensor } from 'onnxruntime-node';
import { hidden } from '../../../src/onnx/composites/attention.ts';
import type { Cache, Decoder, Prefixes } from './decoder.ts';
import type { Row } from './row.ts';

/** A row of a wave: the prompt's tokens after its prefix, and where the prefix ends. */
export interface WaveRow {
  readonly row: Row;
  readonly suffix: readonly number[];
  readonly prefixLength: number;
}

/** Compact once so few of the rows that are run are still wanted: a copy against idle rows. */
const worthCompacting = 0.75;

/** Only some rows of a tensor [rows, ...]. */
function keepRows(tensor: Tensor, kept: readonly number[]): Tensor {
  const [rows = 1, ...rest] = tensor.dims;
  const data = tensor.data as Float32Array;
  const size = data.length / rows;
  const result = new Float32Array(kept.length * size);
  for (const [to, from] of kept.entries())
    result.set(data.subarray(from * size, (from + 1) * size), to * size);
  return new Tensor('float32', result, [kept.length, ...rest]);
}

const keepCache = (cache: Cache, kept: readonly number[]): Cache =>
  cache.map((tensor) => keepRows(tensor, kept));

/** The rows of one wave between two runs of the decoder. */
export class WaveRun {
  readonly #decoder: Decoder;
  #rows: readonly WaveRow[];
  #prefixes: Prefixes;
  #cache: Cache;
  /** Positions of the padded suffix, and of all that was drawn. */
  readonly #suffixLength: number;
  #length = 0;

  constructor(decoder: Decoder, rows: readonly WaveRow[], prefixes: Prefixes) {
    this.#decoder = decoder;
    this.#rows = rows;
    this.#prefixes = prefixes;
    this.#cache = decoder.empty(rows.length);
    this.#suffixLength = Math.max(...rows.map(({ suffix }) => suffix.length));
  }

  /** Reads the suffixes, then draws until every row is done. */
  async finish(): Promise<void> {
    await this.#readSuffixes();
    while (this.#rows.some(({ row }) => !row.done)) {
      this.#compact();
      const last = this.#rows.map(({ row }) => row.last);
      await this.#read(
        last.map(({ token }) => [token]),
        last.map(({ position }) => [position]),
      );
    }
  }

  #padding({ suffix }: WaveRow): number {
    return this.#suffixLength - suffix.length;
  }

  async #readSuffixes(): Promise<void> {
    const places = Array.from({ length: this.#suffixLength }, (_, i) => i);
    await this.#read(
      this.#rows.map((row) => places.map((i) => row.suffix[i - this.#padding(row)] ?? 0)),
      this.#rows.map((row) =>
        places.map((i) => row.prefixLength + Math.max(0, i - this.#padding(row))),
      ),
    );
  }

  async #read(ids: readonly number[][], positions: readonly number[][]): Promise<void> {
    const fresh = ids[0]?.length ?? 0;
    const { logits, cache } = await this.#decoder.run({
      ids,
      positions,
      bias: this.#bias(fresh),
      past: this.#cache,
      prefixes: this.#prefixes,
    });
    this.#cache = cache;
    this.#length += fresh;
    const vocabulary = logits.length / ids.length;
    for (const [i, { row }] of this.#rows.entries())
      if (!row.done) row.draw(logits.subarray(i * vocabulary, (i + 1) * vocabulary));
  }

  /** [rows, 1, fresh, length + fresh]: hides the future and each row's padding. */
  #bias(fresh: number): Tensor {
    const [rows, total] = [this.#rows.length, this.#length + fresh];
    const bias = new Float32Array(rows * fresh * total);
    for (const [r, row] of this.#rows.entries())
      for (let i = 0; i < fresh; i++) {
        const at = (r * fresh + i) * total;
        bias.fill(hidden, at, at + this.#padding(row));
        bias.fill(hidden, at + this.#length + i + 1, at + total);
      }
    return new Tensor('float32', bias, [rows, 1, fresh, total]);
  }

  #compact(): void {
    const kept = [...this.#rows.keys()].filter((i) => !this.#rows[i]?.row.done);
    if (kept.length > worthCompacting * this.#rows.length) return;
    this.#cache = keepCache(this.#cache, kept);
    if (this.#prefixes.bias.dims[0] !== 1) {
      const { cache, bias } = this.#prefixes;
      this.#prefixes = { cache: keepCache(cache, kept), bias: keepRows(bias, kept) };
    }
    this.#rows = kept.map((i) => this.#rows[i] as WaveRow);
  }
}
