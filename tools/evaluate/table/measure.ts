import { combine, crossedMean, type Crossed } from '../../../src/scoring/statistics/crossed.ts';
import type { Interval } from '../../../src/scoring/statistics/interval.ts';
import { wilson } from '../../../src/scoring/statistics/wilson.ts';
import type { ConditionRunner } from '../conditions/runner.ts';
import type { ScoredRow } from '../conditions/scored.ts';
import type { Generator } from '../generate/generator.ts';
import { runProbe } from '../probe/probe.ts';
import {
  conditionsOf,
  measures,
  type Cell,
  type Contrast,
  type ContrastTerm,
  type Measure,
} from './contrast.ts';

/** A row of the finished table, and of --json. */
export interface MeasuredContrast extends Interval {
  readonly contrast: string;
  readonly unit: Contrast['unit'];
  readonly n: { readonly items: number; readonly draws: number };
  readonly wanted: string;
  readonly reached: 'yes' | 'no' | 'reported';
}

/** Items in order of their ids, and a measure of each under every draw. */
export interface CellTable {
  readonly items: readonly string[];
  readonly values: Crossed;
}

/** Rows of one turn as a table. */
export function cellTable(rows: readonly ScoredRow[], measure: Measure): CellTable {
  const byItem = new Map<string, ScoredRow[]>();
  for (const row of rows) byItem.set(row.item, [...(byItem.get(row.item) ?? []), row]);
  const items = [...byItem.keys()].sort();
  return {
    items,
    values: items.map((item) =>
      (byItem.get(item) ?? [])
        .toSorted((a, b) => a.draw - b.draw)
        .map((row) => measures[measure](row)),
    ),
  };
}

async function tableOf(runner: ConditionRunner, cell: Cell): Promise<CellTable> {
  const rows: ScoredRow[] = [];
  for (const condition of conditionsOf(cell))
    rows.push(...(await runner.rows(condition, cell.turn)));
  return cellTable(rows, cell.measure);
}

/** Terms item by item and draw by draw. Throws where two cells are not about the same items. */
async function sumOf(runner: ConditionRunner, terms: readonly ContrastTerm[]): Promise<number[][]> {
  const tables: { factor: number; values: Crossed }[] = [];
  let items: readonly string[] | undefined;
  for (const { factor, cell } of terms) {
    const table = await tableOf(runner, cell);
    items ??= table.items;
    if (items.join() !== table.items.join())
      throw new Error(`${cell.arm.id} in ${cell.language} is about other items than its fellows`);
    tables.push({ factor, values: table.values });
  }
  return combine(tables);
}

const verdict = (reached: boolean | undefined): MeasuredContrast['reached'] =>
  reached === undefined ? 'reported' : reached ? 'yes' : 'no';

/** Asks what a row needs and works it out. */
export async function measureContrast(
  contrast: Contrast,
  runner: ConditionRunner,
  generator: () => Promise<Generator>,
  signal: AbortSignal,
): Promise<MeasuredContrast> {
  const { contrast: name, unit, wanted } = contrast;
  if (contrast.kind === 'probe') {
    const { right, count } = await runProbe(
      await generator(),
      contrast.probe,
      contrast.count,
      signal,
    );
    const own = wilson(right, count);
    const reached = verdict(contrast.reached?.(own));
    return { contrast: name, unit, ...own, n: { items: count, draws: 1 }, wanted, reached };
  }
  const values = await sumOf(runner, contrast.terms);
  const own = crossedMean(values);
  const beside = contrast.beside && crossedMean(await sumOf(runner, contrast.beside));
  const n = { items: values.length, draws: values[0]?.length ?? 0 };
  const reached = verdict(contrast.reached?.(own, beside));
  return { contrast: name, unit, ...own, n, wanted, reached };
}
