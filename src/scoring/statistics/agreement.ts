/** How far two raters agree. */
export interface Agreement {
  /** null where the data leave it undefined. */
  readonly value: number | null;
  /** Pairs. */
  readonly n: number;
}

/** Throws RangeError on fewer than two pairs or unequal lengths. Returns the number of pairs. */
function checkPairs(a: readonly unknown[], b: readonly unknown[]): number {
  if (a.length !== b.length)
    throw new RangeError(
      `ratings come in pairs: one side has ${a.length}, the other has ${b.length}`,
    );
  if (a.length < 2) throw new RangeError(`agreement needs at least two pairs, not ${a.length}`);
  return a.length;
}

/** Ranks from 1, equal values sharing the mean of theirs, less the mean rank (n + 1) / 2. */
function centredRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i);
  const at = (place: number) => values[order[place] as number] as number;
  order.sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && at(to) === at(from)) to++;
    for (const i of order.slice(from, to)) ranks[i] = (from + to - order.length) / 2;
    from = to;
  }
  return ranks;
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/**
 * Spearman's rank correlation ρ (1904): Pearson's correlation of the ranks, from -1 to 1; ties share their
 * average rank. null when one side is constant. For raters whose scales differ, or a metric beside a rater.
 * @param a one rater's values, finite
 * @param b the other's, of the same things in the same order
 * @throws RangeError on fewer than two pairs, unequal lengths, or a value that is not finite
 */
export function spearman(a: readonly number[], b: readonly number[]): Agreement {
  const n = checkPairs(a, b);
  const odd = [...a, ...b].find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`ranks need finite numbers, not ${odd}`);
  const [ranksA, ranksB] = [centredRanks(a), centredRanks(b)];
  const scale = Math.sqrt(dot(ranksA, ranksA) * dot(ranksB, ranksB));
  return { value: scale === 0 ? null : dot(ranksA, ranksB) / scale, n };
}

/** The lowest and the highest rating that may be given: whole numbers. */
export interface RatingScale {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Cohen's kappa with quadratic weights (1968): agreement of two raters on one scale beyond what their own
 * distributions give by chance; a disagreement counts with its square:
 *
 *   κ = 1 - Σᵢ (aᵢ - bᵢ)² / (Σᵢ Σⱼ (aᵢ - bⱼ)² / n)
 *
 * 1 for the same ratings throughout, 0 for chance, down to -1. The scale's length cancels out: it only says
 * which ratings are errors. null when both raters gave one and the same rating to everything.
 * @throws RangeError on fewer than two pairs, unequal lengths, or a rating that is not on the scale
 */
export function quadraticKappa(
  a: readonly number[],
  b: readonly number[],
  { lowest, highest }: RatingScale,
): Agreement {
  const n = checkPairs(a, b);
  for (const rating of [...a, ...b])
    if (!Number.isInteger(rating) || rating < lowest || rating > highest)
      throw new RangeError(`ratings are whole numbers from ${lowest} to ${highest}, not ${rating}`);
  const sum = (values: readonly number[]) => values.reduce((x, y) => x + y, 0);
  const squares = dot(a, a) + dot(b, b);
  const observed = n * (squares - 2 * dot(a, b));
  const expected = n * squares - 2 * sum(a) * sum(b);
  return { value: expected === 0 ? null : 1 - observed / expected, n };
}

/**
 * The share of pairs with the very same rating, from 0 to 1 as in `wilson`. Chance is not taken off: two
 * raters who toss coins between two labels agree on half of them.
 * @param a labels or numbers
 * @throws RangeError on fewer than two pairs or unequal lengths
 */
export function plainAgreement<Label extends string | number>(
  a: readonly Label[],
  b: readonly Label[],
): { readonly value: number; readonly n: number } {
  const n = checkPairs(a, b);
  return { value: a.filter((label, i) => label === b[i]).length / n, n };
}
