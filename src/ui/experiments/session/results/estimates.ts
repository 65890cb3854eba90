import type { Estimate } from '../../../../experiments/results/estimate.ts';
import type { ResultIndex } from '../../../../experiments/results/index-rows.ts';
import type { Table } from '../../../../experiments/results/tables.ts';
import { shown } from '../../../../experiments/results/texts.ts';
import { fits } from '../../../../experiments/document/arms.ts';

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
  const { turn, ...levels } = { ...r.where, ...c.where };
  const items = { ...r.items, ...c.items };
  const keys = index.results.rows
    .filter(
      ({ arm, item, planned }) =>
        (planned.kind === 'likelihood'
          ? planned.scorer === scorer.number
          : scorer.kind !== 'likelihood') &&
        (!arm.reference || 'reference' in levels) &&
        fits(arm.levels, levels) &&
        (turn === undefined || [turn].flat().includes(String(planned.turn))) &&
        (items.part === undefined || item.part === items.part) &&
        (items.category === undefined || item.category === items.category),
    )
    .map(({ planned }) => planned.key);
  return [...new Set(keys)];
}
