import { pick, type Draw, type Knobs, type Sampler } from './sampler.ts';

/** What the sampling head says of one row (src/onnx/heads/sampling-head.ts). */
export interface HeadRow {
  /** The best tokens, best first, of ties the lowest id; scores after the adjustments. */
  readonly topIds: ArrayLike<number>;
  readonly topScores: ArrayLike<number>;
  readonly topLogits: ArrayLike<number>;
  /** Log of the sum of exp over the untouched logits. */
  readonly logSum: number;
  /** Sums of exp((score - best) / T) over blocks of tokens in the order of their ids. */
  readonly blockSums: ArrayLike<number>;
  readonly blockSize: number;
  readonly vocabularySize: number;
}

/** A row's scores after the adjustments, and a token's logit before them. */
export interface WholeRow {
  readonly scores: Float32Array;
  readonly logitOf: (token: number) => number;
}

type Shape = Omit<Knobs, 'repetitionPenalty'>;

const total = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
};

/** The head of the list that stays, as weights by place in it; undefined where the list is too short to tell. */
function kept(row: HeadRow, { temperature, topK, topP, minP }: Shape): number[] | undefined {
  const { topScores, vocabularySize } = row;
  const best = topScores[0] as number;
  const weights = Array.from(topScores, (score) => Math.exp((score - best) / temperature));
  const whole = weights.length === vocabularySize;
  let count = weights.length;
  let closed = whole;
  let mass: number | undefined;
  if (topK > 0 && topK < vocabularySize) {
    if (topK > weights.length) return undefined;
    const last = topScores[topK - 1] as number;
    count = topK;
    while (count < weights.length && topScores[count] === last) count++;
    // more of the same may stand beyond the list
    if (count === weights.length && !whole) return undefined;
    closed = true;
    mass = total(weights.slice(0, count));
  }
  if (topP < 1) {
    const limit = topP * (mass ?? total(row.blockSums));
    let sum = 0;
    let crossing = 0;
    while (crossing < count && sum < limit) sum += weights[crossing++] as number;
    if (sum >= limit || closed) {
      count = Math.max(1, crossing);
      closed = true;
    } else return undefined;
  }
  if (minP > 0) {
    const below = weights.slice(0, count).findIndex((weight) => weight < minP);
    if (below >= 0) {
      count = below;
      closed = true;
    }
  }
  return closed ? weights.slice(0, count) : undefined;
}

/**
 * Draws from the best tokens alone, where they decide: the same token that `Sampler` draws from all
 * logits (but for rounding, 32-bit floats on the device).
 * @param u uniform in [0, 1); not looked at when the temperature is 0
 * @returns undefined where the whole row is needed
 * @throws RangeError where a logit is not a number
 */
export function drawFromHead(row: HeadRow, shape: Shape, u: number): Draw | undefined {
  if (!Number.isFinite(row.logSum)) throw new RangeError('The logits are not finite numbers.');
  const drawn = (place: number): Draw => ({
    token: row.topIds[place] as number,
    logProbability: (row.topLogits[place] as number) - row.logSum,
  });
  if (shape.temperature === 0) return drawn(0);
  const weights = kept(row, shape);
  if (!weights) return undefined;
  const places = weights.map((_, place) => place);
  places.sort((a, b) => (row.topIds[a] as number) - (row.topIds[b] as number));
  const ordered = Float64Array.from(places, (place) => weights[place] as number);
  return drawn(places[pick(ordered, u)] as number);
}

/** Draws where the best tokens do not decide. Without truncation the blocks' sums lead to one block. */
export function drawFromRow(
  row: HeadRow,
  { scores, logitOf }: WholeRow,
  shape: Shape,
  u: number,
  sampler: Sampler,
): Draw {
  const { temperature, topK, topP, minP } = shape;
  const truncated = (topK > 0 && topK < row.vocabularySize) || topP < 1 || minP > 0;
  const token = truncated
    ? sampler.draw(scores, { ...shape, repetitionPenalty: 1 }, [], u).token
    : drawByBlocks(row, scores, temperature, u);
  return { token, logProbability: logitOf(token) - row.logSum };
}

function drawByBlocks(
  { blockSums, blockSize, topScores }: HeadRow,
  scores: Float32Array,
  temperature: number,
  u: number,
): number {
  let rest = u * total(blockSums);
  let block = 0;
  let last = 0;
  for (; block < blockSums.length; block++) {
    const sum = blockSums[block] as number;
    if (sum > 0) last = block;
    if (rest < sum) break;
    rest -= sum;
  }
  // rounding may carry past the end: the last block with any weight
  const chosen = block < blockSums.length ? block : last;
  const start = chosen * blockSize;
  const best = topScores[0] as number;
  const weights = Float64Array.from(scores.subarray(start, start + blockSize), (score) =>
    Math.exp((score - best) / temperature),
  );
  return start + pick(weights, Math.min(rest / total(weights), 1));
}
