import { probeTokens, type Probe } from '../runtime/self-test.ts';
import { logProbability } from '../sampler/sampler.ts';
import type { HeadRow } from '../sampler/head-draw.ts';
import type { BatchDecoder, Reads } from './batch-decoder.ts';
import { readSideBySide } from './prefixes.ts';

/** Tokens that all rows of the test share, and those that each row adds one at a time at the end. */
const shared = 20;
const alone = 2;
/** Places of the fixed row after which logits are compared: one row of the batch each. */
const ends = [39, 24, 29] as const;

/** Temperature 1 and no adjustments: shares are the model's own probabilities. */
const drawn = { temperature: 1, cut: true, adjustments: null } as const;
/** How far the device's sums may round. */
const allowance = 1e-3;
/** Random numbers of the draws, by row. */
const uniforms = [0.15, 0.4, 0.65, 0.9] as const;

/**
 * Reads beginnings of the plain self-test's row as waves are read: what they share once, the rest side by
 * side and padded, one row doubled, the last tokens step by step.
 * @returns probabilities after the places of `expectedOf`
 */
export async function probeBatch(decoder: BatchDecoder): Promise<Probe> {
  const tokens = probeTokens(decoder.vocabularySize);
  const nobody = () => Promise.resolve();
  const nothing = { prefix: decoder.caches.none(1), length: 0 };
  const prefix = await readSideBySide(decoder, [tokens.slice(0, shared)], nothing, 64, nobody);
  const texts = ends.map((end) => tokens.slice(shared, end + 1 - alone));
  const rest = await readSideBySide(decoder, texts, { prefix, length: shared }, 64, nobody);
  const order = [...ends.keys(), 0];
  let cache = await decoder.caches.regroup(rest, order);
  let found: Probe = [];
  for (let left = alone; left > 0; left--) {
    const at = order.map((row) => (ends[row] as number) + 1 - left);
    const reads = await decoder.read({
      tokens: at.map((place) => [tokens[place] as number]),
      positions: at.map((place) => [place]),
      past: cache,
      prefix,
      draws: at.map((_, row) => ({ row, uniform: uniforms[row] as number, ...drawn })),
    });
    cache = reads.cache;
    found = await allShares(reads).finally(() => reads.shares?.dispose());
  }
  cache.dispose();
  prefix.dispose();
  nothing.prefix.dispose();
  return found;
}

/** Shares of all draws, row by row. */
async function allShares({ draws, shares }: Reads): Promise<Probe> {
  const found: Probe = [];
  for (const [row, head] of draws.entries())
    found.push(
      withNear((await shares?.of(row)) ?? new Float32Array(), head, uniforms[row] as number),
    );
  return found;
}

/** Shares, with those of the block where a draw falls as they came by themselves; no numbers for a wrong block. */
function withNear(shares: Float32Array, { nearBlock, nearShares, blockSize }: HeadRow, u: number) {
  const start = nearBlock * blockSize;
  const sum = (end: number) => shares.subarray(0, end).reduce((total, share) => total + share, 0);
  const falls = sum(start) <= u + allowance && sum(start + blockSize) >= u - allowance;
  const found = shares.slice();
  found.set(Float32Array.from(nearShares).subarray(0, shares.length - start), start);
  return falls ? found : found.fill(NaN);
}

/** Probabilities out of the logits that the plain decoder gave for the same places. */
export const expectedOf = (plain: Probe): Probe =>
  [...ends, ends[0]].map((end) => {
    const logits = plain[end] ?? new Float32Array();
    const logSum = (logits[0] as number) - logProbability(logits, 0);
    return logits.map((logit) => Math.exp(logit - logSum));
  });
