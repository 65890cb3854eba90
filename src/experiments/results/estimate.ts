import { breathing } from '../../domain/breathing.ts';
import type { Interval } from '../../scoring/statistics/interval.ts';
import { spread, type Spread } from '../../scoring/statistics/spread.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import type { Asked, ResultIndex } from './index-rows.ts';
import { gridOf, type Counts, type Grid } from './grid.ts';
import { intervalOf, rateOf } from './interval-of.ts';
import { partsOf, type ItemChoice } from './parts.ts';

/** Which mean is asked for. */
export interface Question extends Asked {
  /** Id of a scorer; absent for the document's first. */
  readonly scorer?: string | undefined;
  readonly items?: ItemChoice | undefined;
}

/** A mean score with its 95 % interval over items and draws, in the scorer's unit. */
export interface Estimate extends Interval, Counts {
  /** Items that count. */
  readonly n: number;
  /** Draws that count: 1 where no seed changes anything. */
  readonly seeds: number;
  /** Mean, standard deviation and number of the seeds' own means. */
  readonly seedMeans: Pick<Spread, 'mean' | 'sd' | 'n'>;
}

/** The means of each draw over the items. */
function seedMeansOf({ groups: [group], draws }: Grid): Estimate['seedMeans'] {
  const values = group?.values ?? [];
  const ofSeed = (d: number) =>
    values.reduce((sum, row) => sum + (row[row.length === 1 ? 0 : d] as number), 0) / values.length;
  const { mean, sd, n } = spread(Array.from({ length: draws }, (_, d) => ofSeed(d)));
  return { mean, sd, n };
}

/**
 * The mean of the arms and turns asked for. Answers that are yes or no, one for each item, have Wilson's
 * interval; everything else the crossed bootstrap's.
 * @returns null where nothing is left to take a mean of
 * @throws Problem 'bad-input' where the document has no such scorer
 */
export async function estimateOf(
  index: ResultIndex,
  { scorer: id, ...asked }: Question,
  rest: Rest = breathing(),
): Promise<Estimate | null> {
  const scorer = index.scorer(id);
  const groups = partsOf(index, [{ ...asked, weight: 1 }], scorer);
  if (!groups) return null;
  const grid = gridOf(index, groups);
  const interval = rateOf(grid, scorer) ?? (await intervalOf(grid, rest));
  if (!interval) return null;
  const { items, draws, cells, missing, errors, leftOut } = grid;
  return {
    ...interval,
    n: items.length,
    seeds: draws,
    cells,
    missing,
    errors,
    leftOut,
    seedMeans: seedMeansOf(grid),
  };
}
