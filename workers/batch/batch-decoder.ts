import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { blockSize } from '../../src/onnx/heads/sampling-head.ts';
import type { BatchedDecoder } from '../../src/onnx/rewrite/batched-decoder.ts';
import { cacheNames } from '../../src/onnx/rewrite/cache-graphs.ts';
import { nowhere } from '../../src/onnx/rewrite/masks.ts';
import { floats, int64, numbers } from '../runtime/tensors.ts';
import type { HeadRow } from '../sampler/head-draw.ts';
import type { CacheStore, RowCache } from './caches/row-cache.ts';
import { headFeeds, noDraw, type RowDraw } from './head-feeds.ts';

/** What one run reads: all arrays by row, padding anywhere at position `nowhere`. */
export interface Reading {
  /** Tokens [B][S] and where they stand. */
  readonly tokens: readonly (readonly number[])[];
  readonly positions: readonly (readonly number[])[];
  /** What the rows have read by themselves. */
  readonly past: RowCache;
  /** What rows begin with, read once: one row, or one for each group of as many rows. */
  readonly prefix: RowCache;
  /** The draws to come, any number from a row; undefined where there are none. */
  readonly draws?: readonly RowDraw[];
  /** How many of the last positions' logits are wanted; none where undefined. */
  readonly keep?: number;
}

export interface Reads {
  /** What the rows have read by themselves now. */
  readonly cache: RowCache;
  /** What the head says, draw by draw. */
  readonly draws: readonly HeadRow[];
  /** Undefined where no draw is cut. */
  readonly shares: AllShares | undefined;
  /** [B, keep, V] where they were computed, the caller's to free; undefined where none are wanted. */
  readonly logits: Tensor | undefined;
}

/** Every token's share in draws that are cut, left on the device until somebody asks. */
export interface AllShares {
  of(draw: number): Promise<Float32Array>;
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

const fromHead = [
  'top_ids',
  'top_scores',
  'top_shares',
  'top_logits',
  'top_probabilities',
  'block_shares',
  'near_block',
  'near_shares',
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
    const cut = (draws ?? []).flatMap((draw, i) => (draw.cut ? [i] : []));
    const results = await this.#session.run(
      {
        input_ids: table(tokens, int64),
        position_ids: table(known, int64),
        fresh_positions: table(positions, floats),
        past_positions: table(past.positions, floats),
        prefix_positions: table(prefix.positions, floats),
        num_logits_to_keep: int64([keep ?? 1], []),
        ...headFeeds(draws ?? noDraw, cut, keep ?? 1, this.vocabularySize),
        ...named(this.#names.prefix, prefix.tensors),
        ...named(this.#names.past, past.tensors),
      },
      [
        ...this.#names.fresh,
        ...(draws ? fromHead : []),
        ...(cut.length > 0 ? ['shares'] : []),
        ...(keep === undefined ? [] : ['logits']),
      ],
    );
    const fresh = this.#names.fresh.map((name) => results[name] as Tensor);
    const { shares, logits } = results;
    try {
      return {
        cache: await this.caches.extend(past, fresh, positions),
        draws: draws ? this.#headRows(results, draws.length) : [],
        shares: shares && sharesIn(shares, cut),
        logits,
      };
    } catch (thrown) {
      // nobody else knows of them; caches are counted
      shares?.dispose();
      logits?.dispose();
      throw thrown;
    }
  }

  #headRows(results: Readonly<Record<string, Tensor>>, draws: number): HeadRow[] {
    const of = (name: (typeof fromHead)[number]) => {
      const data = results[name]?.data as Float32Array | BigInt64Array;
      const size = data.length / draws;
      return (draw: number) => data.subarray(draw * size, (draw + 1) * size);
    };
    const [ids, scores, shares, logits, probabilities, blocks, near, nearShares] = fromHead.map(
      of,
    ) as RowParts;
    return Array.from({ length: draws }, (_, draw) => ({
      topIds: numbers(ids(draw)),
      topScores: scores(draw),
      topShares: shares(draw),
      topLogits: logits(draw),
      logSum: logSumOf(logits(draw), probabilities(draw)),
      blockShares: blocks(draw),
      blockSize,
      nearBlock: near(draw)[0] as number,
      nearShares: nearShares(draw),
      vocabularySize: this.vocabularySize,
    }));
  }
}

type Part<Data> = (draw: number) => Data;
type RowParts = [
  ids: Part<BigInt64Array>,
  scores: Part<Float32Array>,
  shares: Part<Float32Array>,
  logits: Part<Float32Array>,
  probabilities: Part<Float32Array>,
  blocks: Part<Float32Array>,
  near: Part<Float32Array>,
  nearShares: Part<Float32Array>,
];

/** Log of the sum of exp of all logits: logit - log probability, of the most probable listed. */
function logSumOf(logits: Float32Array, probabilities: Float32Array): number {
  let best = 0;
  for (let i = 1; i < probabilities.length; i++)
    if ((probabilities[i] as number) > (probabilities[best] as number)) best = i;
  return (logits[best] as number) - Math.log(probabilities[best] as number);
}

/** Rows of [cut draws, V], fetched together when the first is asked for. */
function sharesIn(tensor: Tensor, cut: readonly number[]): AllShares {
  const size = tensor.dims.at(-1) as number;
  let fetched: Promise<Float32Array> | undefined;
  return {
    async of(draw) {
      fetched ??= tensor.getData() as Promise<Float32Array>;
      const row = cut.indexOf(draw);
      if (row < 0) throw new RangeError(`draw ${draw} is not cut`);
      return (await fetched).subarray(row * size, (row + 1) * size);
    },
    dispose: () => tensor.dispose(),
  };
}
