import { crossedMeanInSteps, type Crossed } from '../../scoring/statistics/crossed.ts';
import type { Interval } from '../../scoring/statistics/interval.ts';
import { crossedRatiosInSteps } from '../../scoring/statistics/ratio.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import { wilson } from '../../scoring/statistics/wilson.ts';
import type { Grid, GridGroup } from './grid.ts';
import type { DocumentScorer } from './scorers.ts';

/** A group's table over all items of the grid: what it has, or counts, and 0 for items it does not have. */
function spreadOut(
  { items, draws }: Grid,
  { at, values }: GridGroup,
  of: (value: number) => number,
): Crossed {
  const places = new Map(at.map((item, row) => [item, values[row] as readonly number[]]));
  return items.map((_, i) => {
    const row = places.get(i);
    return Array.from({ length: draws }, (_, d) =>
      row ? of(row[row.length === 1 ? 0 : d] as number) : 0,
    );
  });
}

/**
 * The sum of a grid's means with its 95 % interval over items and draws. Groups with items of their own are
 * resampled together, each mean over what it has of the drawn items.
 * @returns null where a group has no items
 */
export async function intervalOf(grid: Grid, rest: Rest): Promise<Interval | null> {
  const { groups } = grid;
  const [first] = groups;
  if (!first || groups.some(({ at }) => at.length === 0)) return null;
  await rest();
  if (groups.length === 1) return resting(crossedMeanInSteps(first.values), rest);
  const ratios = groups.map((group) => ({
    factor: 1,
    over: spreadOut(grid, group, (value) => value),
    under: spreadOut(grid, group, () => 1),
  }));
  return resting(crossedRatiosInSteps(ratios), rest);
}

/**
 * A rate's interval, where a grid is one: a yes (1) or no (0) for each item, of one draw. Null where it is
 * not, or where the scorer counts or measures something and it is by chance that all are 0 or 1.
 */
export function rateOf({ draws, groups }: Grid, { range }: DocumentScorer): Interval | null {
  const flags = groups.flatMap(({ values }) => values.flat());
  if (range.min !== 0 || range.max !== 1) return null;
  if (groups.length !== 1 || draws !== 1 || flags.length === 0) return null;
  if (flags.some((flag) => flag !== 0 && flag !== 1)) return null;
  return wilson(flags.filter((flag) => flag === 1).length, flags.length);
}
