import type { ExperimentDocument } from '../experiments/document/document.ts';
import type { Round } from '../experiments/plan/plan.ts';
import { assemble } from '../experiments/results/assemble.ts';
import { indexRows } from '../experiments/results/index-rows.ts';
import { summaryOf } from '../experiments/results/summary.ts';
import { textSummary } from '../experiments/results/text-tables.ts';
import type { Keeper } from '../experiments/run/keeper.ts';
import type { Outcome } from './driver.ts';
import { plainReport } from './plain-report.ts';

/** Scores what is kept and writes it out for people and programs. */
export async function outcomeOf(
  document: ExperimentDocument,
  rounds: readonly Round[],
  keeper: Keeper,
): Promise<Outcome> {
  const results = await assemble(document, rounds, (keys) => keeper.cells(keys));
  const summary = await summaryOf(await indexRows(results));
  const table = textSummary(summary);
  return { table, summary, report: plainReport(document.title, table) };
}
