import { breathing } from '../../domain/breathing.ts';
import { holm } from '../../scoring/statistics/holm.ts';
import type { Interval } from '../../scoring/statistics/interval.ts';
import { signFlipInSteps } from '../../scoring/statistics/permutation.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import { verdict, type Verdict } from '../../scoring/statistics/verdict.ts';
import type { Contrast } from '../document/contrast.ts';
import { gridOf, type Counts, type Grid } from './grid.ts';
import type { ResultIndex } from './index-rows.ts';
import { intervalOf, rateOf } from './interval-of.ts';
import { partsOf, type Mean } from './parts.ts';

/** A contrast with what the data say of it. */
export interface Evaluated extends Counts {
  readonly contrast: Contrast;
  /** Null where it was not run. */
  readonly interval: Interval | null;
  /** Items. */
  readonly n: number;
  readonly seeds: number;
  /**
   * Two-sided, of the paired permutation test that the contrast is `expect.than`, over the items' means.
   * Null where it was not run, or where its means are over different items: those have no pairs. Where the
   * contrast is to be near a number, a large p supports nothing: the verdict goes by the interval.
   */
  readonly p: number | null;
  /** By Holm's method, over all contrasts that were evaluated with it. */
  readonly adjusted: number | null;
  readonly verdict: Verdict | 'not run';
}

/**
 * Fewer items decide nothing: of five, all on one side, two-sided p is 1/16, while a bootstrap of so few
 * may well lie all on that side.
 */
export const leastItems = 6;

/** Above this p a side is not decided, whatever its interval: a bootstrap of few items is too narrow. */
export const mostP = 0.05;

/** A contrast's terms as means. */
export const meansOf = ({ terms }: Contrast): Mean[] =>
  terms.map(({ weight, where, turn, items }) => ({
    weight,
    where: turn === undefined ? where : { ...where, turn: String(turn) },
    items,
  }));

const notRun = (contrast: Contrast, grid?: Grid): Evaluated => ({
  contrast,
  interval: null,
  n: 0,
  seeds: 0,
  cells: 0,
  missing: grid?.missing ?? 0,
  errors: grid?.errors ?? 0,
  leftOut: grid?.leftOut ?? 0,
  p: null,
  adjusted: null,
  verdict: 'not run',
});

/** Items' means over draws, of a grid whose means are all over the same items; null of another. */
function itemMeans({ groups: [only, ...others] }: Grid): number[] | null {
  if (!only || others.length > 0) return null;
  return only.values.map((row) => row.reduce((a, b) => a + b, 0) / row.length);
}

/** The p of "the mean is `than`". */
async function pOf(grid: Grid, than: number, rest: Rest): Promise<number | null> {
  const means = itemMeans(grid);
  if (!means) return null;
  const { p } = await resting(signFlipInSteps(means.map((mean) => mean - than)), rest);
  return p;
}

/** Differences of sums that come out unequal by rounding alone are smaller. */
const rounding = 1e-9;

/**
 * Whether there are too few items for a verdict. Where one side is asked for, items that are on none say
 * nothing of it: a gain of three items of eighty is one of three.
 */
function areFew(grid: Grid, { expect: { kind, than } }: Contrast): boolean {
  if (grid.groups.some(({ at }) => at.length < leastItems)) return true;
  const means = kind === 'near' ? null : itemMeans(grid);
  return (
    means !== null && means.filter((mean) => Math.abs(mean - than) > rounding).length < leastItems
  );
}

/** Whether the permutation test leaves it open on which side of `than` the contrast lies. */
const isByChance = (p: number | null, { expect }: Contrast): boolean =>
  expect.kind !== 'near' && p !== null && p > mostP;

/** A single mean of yes and no is a rate; a difference of them is not, even where it happens to be 0 or 1. */
const isRate = ({ terms }: Contrast): boolean => terms.length === 1 && terms[0]?.weight === 1;

/**
 * A contrast, paired: every item under every seed against itself. `adjusted` is p itself; `evaluateAll`
 * adjusts them. The intervals are not adjusted.
 * @throws Problem 'bad-input' where the document has no such scorer
 */
export async function evaluate(
  index: ResultIndex,
  contrast: Contrast,
  rest: Rest = breathing(),
): Promise<Evaluated> {
  const scorer = index.scorer(contrast.scorer);
  const parts = partsOf(index, meansOf(contrast), scorer);
  if (!parts) return notRun(contrast);
  const grid = gridOf(index, parts);
  const rate = isRate(contrast) ? rateOf(grid, scorer) : null;
  const interval = rate ?? (await intervalOf(grid, rest));
  if (!interval) return notRun(contrast, grid);
  const { items, draws, cells, missing, errors, leftOut } = grid;
  const p = await pOf(grid, contrast.expect.than, rest);
  return {
    contrast,
    interval,
    n: items.length,
    seeds: draws,
    cells,
    missing,
    errors,
    leftOut,
    p,
    adjusted: p,
    verdict:
      areFew(grid, contrast) || isByChance(p, contrast)
        ? 'undecided'
        : verdict(interval, contrast.expect),
  };
}

/** Contrasts with p adjusted for their number. */
export function adjustedFor<T extends Pick<Evaluated, 'p'>>(
  evaluated: readonly T[],
): (T & Pick<Evaluated, 'adjusted'>)[] {
  const adjusted = holm(evaluated.map(({ p }) => p));
  return evaluated.map((one, i) => ({ ...one, adjusted: adjusted[i] ?? null }));
}

/** All contrasts of an experiment's document; the page may work meanwhile. Errors as in `evaluate`. */
export async function evaluateAll(
  index: ResultIndex,
  rest: Rest = breathing(),
): Promise<Evaluated[]> {
  const evaluated: Evaluated[] = [];
  for (const contrast of index.document.contrasts)
    evaluated.push(await evaluate(index, contrast, rest));
  return adjustedFor(evaluated);
}
