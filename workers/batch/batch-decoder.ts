import { Tensor, type InferenceSession } from 'onnxruntime-common';
import { blockSize } from '../../src/onnx/heads/sampling-head.ts';
import type { BatchedDecoder } from '../../src/onnx/rewrite/batched-decoder.ts';
import { cacheNames } from '../../src/onnx/rewrite/cache-graphs.ts';
import { nowhere } from '../../src/onnx/rewrite/masks.ts';
import { floats, int64 } from '../runtime/tensors.ts';
import type { Adjustments } from '../sampler/adjustments.ts';
import type { HeadRow } from '../sampler/head-draw.ts';
import type { CacheStore, RowCache } from './caches/row-cache.ts';

/** What one run reads: all arrays by row, padding anywhere at position `nowhere`. */
export interface Reading {
  /** Tokens [B][S] and where they stand. */
  readonly tokens: readonly (readonly number[])[];
  readonly positions: readonly (readonly number[])[];
  /** What the rows have read by themselves. */
  readonly past: RowCache;
  /** What rows begin with, read once: one row, or one for each group of as many rows. */
  readonly prefix: RowCache;
  /** How the next tokens will be drawn, by row; undefined where none are. */
  readonly draws?: readonly RowDraw[];
  /** How many of the last positions' logits are wanted; none where undefined. */
  readonly keep?: number;
}

/** How a row's next token will be drawn, as far as the device has a part in it. */
export interface RowDraw {
  readonly temperature: number;
  /** What happens to single tokens' logits before; null: nothing. */
  readonly adjustments: Adjustments | null;
}

export interface Reads {
  /** What the rows have read by themselves now. */
  readonly cache: RowCache;
  readonly rows: readonly HeadRow[];
  /** Undefined where no row draws. */
  readonly shares: AllShares | undefined;
  /** [B, keep, V] where they were computed, the caller's to free; undefined where none are wanted. */
  readonly logits: Tensor | undefined;
}

/** Every token's share in every row, left on the device until somebody asks. */
export interface AllShares {
  of(row: number): Promise<Float32Array>;
  dispose(): void;
}

/** Rows of equal length as a tensor. */
const table = (
  rows: readonly (readonly number[])[],
  make: (values: readonly number[], dims: readonly number[]) => Tensor,
): Tensor => make(rows.flat(), [rows.length, rows[0]?.length ?? 0]);

const named = (
  names: readonly string[],
  tensors: readonly Tensor[],
): Readonly<Record<string, Tensor>> =>
  Object.fromEntries(names.map((name, i) => [name, tensors[i] as Tensor]));

/** Best tokens that come back where something is drawn: URIAL's settings seldom need more. */
const listed = 64;

const greedy: RowDraw = { temperature: 0, adjustments: null };

/** Inputs of the sampling head (src/onnx/heads/sampling-head.ts). */
function headFeeds(draws: readonly RowDraw[], vocabularySize: number) {
  const rows = draws.length;
  const most = Math.max(1, ...draws.map(({ adjustments }) => adjustments?.byToken.size ?? 0));
  const ids = new BigInt64Array(rows * most);
  const [before, after] = [new Float32Array(rows * most), new Float32Array(rows * most)];
  const factor = new Float32Array(rows * most).fill(1);
  draws.forEach(({ adjustments }, row) => {
    const start = row * most;
    let at = start;
    for (const [token, adjustment] of adjustments?.byToken ?? []) {
      ids[at] = BigInt(token);
      before[at] = adjustment.before;
      factor[at] = adjustment.factor;
      after[at++] = adjustment.after;
    }
    // rows with fewer adjusted tokens say their first one again
    for (const column of [before, factor, after])
      column.fill(column[start] as number, at, start + most);
    ids.fill(ids[start] as bigint, at, start + most);
  });
  const drawn = draws.some(({ temperature }) => temperature > 0);
  return {
    adjusted_ids: new Tensor('int64', ids, [rows, most]),
    adjusted_before: new Tensor('float32', before, [rows, most]),
    adjusted_factor: new Tensor('float32', factor, [rows, most]),
    adjusted_after: new Tensor('float32', after, [rows, most]),
    inverse_temperature: floats(
      draws.map(({ temperature }) => 1 / (temperature || 1)),
      [rows, 1],
    ),
    top_count: int64([drawn ? Math.min(listed, vocabularySize) : 1], [1]),
  };
}

const fromHead = [
  'top_ids',
  'top_scores',
  'top_shares',
  'top_logits',
  'top_probabilities',
  'block_shares',
] as const;

/** The decoder of many rows in its session. */
export class BatchDecoder {
  readonly caches: CacheStore;
  readonly vocabularySize: number;
  readonly #session: InferenceSession;
  readonly #names: Readonly<Record<'fresh' | 'past' | 'prefix', readonly string[]>>;

  constructor(
    session: InferenceSession,
    caches: CacheStore,
    shape: Pick<BatchedDecoder, 'layers'>,
    vocabularySize: number,
  ) {
    this.#session = session;
    this.caches = caches;
    this.vocabularySize = vocabularySize;
    this.#names = {
      fresh: cacheNames(shape, 'fresh'),
      past: cacheNames(shape, 'past_key_values'),
      prefix: cacheNames(shape, 'prefix'),
    };
  }

  /**
   * Reads tokens after what the caches hold. The past is used up: its place takes the cache given back.
   * @returns the longer cache and what the head says of the last position
   */
  async read(reading: Reading): Promise<Reads> {
    const { tokens, positions, past, prefix, draws, keep } = reading;
    const known = positions.map((row) => row.map((at) => (at === nowhere ? 0 : at)));
    const drawn = draws?.some(({ temperature }) => temperature > 0) ?? false;
    const results = await this.#session.run(
      {
        input_ids: table(tokens, int64),
        position_ids: table(known, int64),
        fresh_positions: table(positions, floats),
        past_positions: table(past.positions, floats),
        prefix_positions: table(prefix.positions, floats),
        num_logits_to_keep: int64([keep ?? 1], []),
        ...headFeeds(draws ?? tokens.map(() => greedy), this.vocabularySize),
        ...named(this.#names.prefix, prefix.tensors),
        ...named(this.#names.past, past.tensors),
      },
      [
        ...this.#names.fresh,
        ...(draws ? fromHead : []),
        ...(drawn ? ['shares'] : []),
        ...(keep === undefined ? [] : ['logits']),
      ],
    );
    const fresh = this.#names.fresh.map((name) => results[name] as Tensor);
    return {
      cache: await this.caches.extend(past, fresh, positions),
      rows: draws ? this.#headRows(results, tokens.length) : [],
      shares: drawn ? sharesIn(results['shares'] as Tensor) : undefined,
      logits: results['logits'],
    };
  }

  #headRows(results: Readonly<Record<string, Tensor>>, rows: number): HeadRow[] {
    const of = (name: (typeof fromHead)[number]) => {
      const data = results[name]?.data as Float32Array | BigInt64Array;
      const size = data.length / rows;
      return (row: number) => data.subarray(row * size, (row + 1) * size);
    };
    const [ids, scores, shares, logits, probabilities, blocks] = fromHead.map(of) as RowParts;
    return Array.from({ length: rows }, (_, row) => ({
      topIds: Array.from(ids(row), Number),
      topScores: scores(row),
      topShares: shares(row),
      topLogits: logits(row),
      logSum: logSumOf(logits(row), probabilities(row)),
      blockShares: blocks(row),
      blockSize,
      vocabularySize: this.vocabularySize,
    }));
  }
}

type Part<Data> = (row: number) => Data;
type RowParts = [
  ids: Part<BigInt64Array>,
  scores: Part<Float32Array>,
  shares: Part<Float32Array>,
  logits: Part<Float32Array>,
  probabilities: Part<Float32Array>,
  blocks: Part<Float32Array>,
];

/** Log of the sum of exp of all logits: logit - log probability, of the most probable listed. */
function logSumOf(logits: Float32Array, probabilities: Float32Array): number {
  let best = 0;
  for (let i = 1; i < probabilities.length; i++)
    if ((probabilities[i] as number) > (probabilities[best] as number)) best = i;
  return (logits[best] as number) - Math.log(probabilities[best] as number);
}

/** Rows of [rows, V], fetched together when the first is asked for. */
function sharesIn(tensor: Tensor): AllShares {
  const size = tensor.dims.at(-1) as number;
  let fetched: Promise<Float32Array> | undefined;
  return {
    async of(row) {
      fetched ??= tensor.getData() as Promise<Float32Array>;
      return (await fetched).subarray(row * size, (row + 1) * size);
    },
    dispose: () => tensor.dispose(),
  };
}
