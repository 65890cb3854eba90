import { cellsBehind } from '../../../../experiments/figures/from-results/points.ts';
import type { Estimate } from '../../../../experiments/results/estimate.ts';
import type { ResultIndex } from '../../../../experiments/results/index-rows.ts';
import { whereOf, type Table } from '../../../../experiments/results/tables.ts';
import { shown } from '../../../../experiments/results/texts.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A mean and its interval, for reading. @param share whether they are shares of answers */
export function written(
  { value, low, high }: Pick<Estimate, 'value' | 'low' | 'high'>,
  share = false,
): { value: string; interval: string } {
  if (share) return { value: percent(value), interval: `${percent(low)} to ${percent(high)}` };
  return { value: shown(value), interval: `${shown(low)} to ${shown(high)}` };
}

/** Keys of the cells behind one cell of a table. */
export function behind(
  { index }: { index: ResultIndex },
  { rows, columns, scorer }: Table,
  row: number,
  column: number,
): string[] {
  const [r, c] = [rows.levels[row], columns.levels[column]];
  if (!r || !c) return [];
  const where = whereOf(r, c, {});
  return cellsBehind(index, { where, items: { ...r.items, ...c.items }, scorer: scorer.id });
}
