import { breathing } from '../../domain/breathing.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import { judgeNotes, type JudgeNote } from '../judging/notes.ts';
import { armAxis, axisOf } from './axes.ts';
import { evaluateAll, type Evaluated } from './contrasts.ts';
import { environmentOf, progressOf, type Environment, type Progress } from './environment.ts';
import { failures, type Failure } from './failures.ts';
import { figureTables } from './figure-tables.ts';
import type { ResultIndex } from './index-rows.ts';
import type { DocumentScorer } from './scorers.ts';
import { searchOf, type SearchResults } from './search.ts';
import { shiftOf, type ArmShift } from './shift.ts';
import { categoryTable, tableOf, type Table } from './tables.ts';

/** An experiment's results as plain data: what is written beside a run without a page. */
export interface Summary {
  readonly format: 'incontext-lab/summary';
  readonly version: 1;
  readonly title: string;
  readonly template: string | null;
  readonly items: number;
  readonly seeds: readonly number[];
  readonly cells: Progress;
  readonly scorers: readonly DocumentScorer[];
  /** The figure's numbers, by each scorer. */
  readonly tables: readonly Table[];
  /** Every arm by category of the questions, by the first scorer. */
  readonly categories: Table;
  /** Shares of degenerate answers, arm by turn; one table for each way that the document looks for. */
  readonly degeneration: readonly Table[];
  /** Of models that judge: how far others agree with them, and what they lean to. */
  readonly judges: readonly JudgeNote[];
  /** Arms by category, turn by turn, by each model that judges. */
  readonly judged: readonly Table[];
  readonly contrasts: readonly Evaluated[];
  readonly search: SearchResults | null;
  readonly shift: readonly ArmShift[] | null;
  readonly failures: readonly Failure[];
  readonly environment: Environment;
}

/** The tables of a document's figure by each of its scorers, the first one's first. */
export async function allTables(index: ResultIndex, rest: Rest = breathing()): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { id } of index.scorers)
    tables.push(...(await figureTables(index, { scorer: id }, rest)));
  return tables;
}

/** How many answers of each arm are degenerate, one table for each scorer of that kind. */
export async function degenerationTables(
  index: ResultIndex,
  rest: Rest = breathing(),
): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { id, kind } of index.scorers)
    if (kind === 'degeneration')
      tables.push(
        await tableOf(index, { rows: armAxis(index), columns: 'turn', scorer: id }, rest),
      );
  return tables;
}

/** MT-Bench's table: every arm by category, of each turn and of both, one table for each judge and turn. */
export async function judgedTables(index: ResultIndex, rest: Rest = breathing()): Promise<Table[]> {
  const tables: Table[] = [];
  const categories = axisOf(index, 'category');
  if (categories.levels.length < 2) return tables;
  for (const { id, kind } of index.scorers) {
    if (kind !== 'judge') continue;
    for (const { label, where } of axisOf(index, 'turn').levels) {
      const question = { rows: armAxis(index), scorer: id, where, title: label };
      tables.push(await categoryTable(index, question, rest));
    }
  }
  return tables;
}

/**
 * All that is known of an experiment, in numbers; the page may work meanwhile.
 * @throws Problem 'bad-input' for an axis that the document does not have
 */
export async function summaryOf(index: ResultIndex, rest: Rest = breathing()): Promise<Summary> {
  const { document, items, scorers } = index;
  const { figure } = document;
  const cells = progressOf(index);
  await rest();
  const failed = failures(index);
  await rest();
  return {
    format: 'incontext-lab/summary',
    version: 1,
    title: document.title,
    template: document.template,
    items: items.length,
    seeds: document.seeds,
    cells,
    scorers,
    tables: await allTables(index, rest),
    categories: await categoryTable(index, { rows: armAxis(index) }, rest),
    degeneration: await degenerationTables(index, rest),
    judges: await judgeNotes(index, rest),
    judged: await judgedTables(index, rest),
    contrasts: await evaluateAll(index, rest),
    search: await searchOf(index, rest),
    shift: figure.kind === 'shift' ? await shiftOf(index, { arms: figure.arms }, rest) : null,
    failures: failed,
    environment: environmentOf(index),
  };
}
