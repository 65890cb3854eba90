import type { DType } from '../model/dtypes.ts';
import type { BatchedDecoder } from '../rewrite/batched-decoder.ts';
import { nowhere } from '../rewrite/masks.ts';
import { integers, type Data, type Run } from './run.ts';

/** From one number up to another, which is left out. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** Floats of a type as data of a run. */
export const filled = (
  shape: number[],
  values: ArrayLike<number>,
  dtype: DType = 'float32',
): Data => ({ dtype, shape, values });

/** A wave by hand: prefixes padded on the right, suffixes on the left and read in two runs. */
export class WaveByHand {
  readonly #run: Run;
  readonly #decoder: BatchedDecoder;
  #prefix: Record<string, Data> = {};

  constructor(run: Run, decoder: BatchedDecoder) {
    this.#run = run;
    this.#decoder = decoder;
  }

  /** No prefix or no past, as the graph wants it: one position at nowhere. */
  #nothing(rows: number, kind: 'prefix' | 'past'): Record<string, Data> {
    const { layers, dtype } = this.#decoder;
    const caches = layers.flatMap(({ layer, kvHeads, headSize }) =>
      ['key', 'value'].map((part) => {
        const zeros = new Array(rows * kvHeads * headSize).fill(0);
        return [
          `fresh.${layer}.${part}`,
          filled([rows, kvHeads, 1, headSize], zeros, dtype),
        ] as const;
      }),
    );
    const positions = filled([rows, 1], new Array(rows).fill(nowhere));
    return this.#as(kind, Object.fromEntries(caches), positions);
  }

  /** What a run gave back, as a kind of cache. */
  #as(kind: 'prefix' | 'past', results: Record<string, Data>, positions: Data) {
    const name = kind === 'prefix' ? 'prefix' : 'past_key_values';
    const fresh = Object.entries(results).filter(([each]) => each.startsWith('fresh.'));
    return {
      ...Object.fromEntries(fresh.map(([each, data]) => [each.replace('fresh', name), data])),
      [`${kind}_positions`]: positions,
    };
  }

  async readPrefixes(prefixes: number[][]): Promise<void> {
    const [rows, length] = [prefixes.length, Math.max(...prefixes.map((p) => p.length))];
    const places = range(0, length);
    const shape = [rows, length];
    const keys = prefixes.flatMap((p) => places.map((i) => (i < p.length ? i : nowhere)));
    const results = await this.#run({
      input_ids: integers(
        shape,
        prefixes.flatMap((p) => places.map((i) => p[i] ?? 0)),
      ),
      position_ids: integers(
        shape,
        prefixes.flatMap(() => places),
      ),
      fresh_positions: filled(shape, keys),
      num_logits_to_keep: integers([], [1]),
      ...this.#nothing(rows, 'prefix'),
      ...this.#nothing(rows, 'past'),
    });
    this.#prefix = this.#as('prefix', results, filled(shape, keys));
  }

  async readSuffixes(rows: { from: number; suffix: number[] }[]): Promise<Data> {
    const length = Math.max(...rows.map(({ suffix }) => suffix.length));
    const pad = ({ suffix }: { suffix: number[] }) => length - suffix.length;
    const position = (row: { from: number; suffix: number[] }, i: number) =>
      i < pad(row) ? nowhere : row.from + i - pad(row);
    const feeds = (from: number, to: number) => {
      const [part, shape] = [range(from, to), [rows.length, to - from]];
      const at = rows.flatMap((row) => part.map((i) => position(row, i)));
      return {
        ...this.#prefix,
        input_ids: integers(
          shape,
          rows.flatMap((row) => part.map((i) => row.suffix[i - pad(row)] ?? 0)),
        ),
        position_ids: integers(
          shape,
          at.map((p) => (p === nowhere ? 0 : p)),
        ),
        fresh_positions: filled(shape, at),
        num_logits_to_keep: integers([], [1]),
      };
    };
    const start = feeds(0, length - 1);
    const first = await this.#run({ ...start, ...this.#nothing(rows.length, 'past') });
    const second = await this.#run({
      ...feeds(length - 1, length),
      ...this.#as('past', first, start.fresh_positions),
    });
    return second['logits'] as Data;
  }
}
