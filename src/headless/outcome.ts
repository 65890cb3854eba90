import { assemble } from '../experiments/results/assemble.ts';
import type { Keeper } from '../experiments/run/keeper.ts';
import type { ExperimentDocument } from '../experiments/document/document.ts';
import type { Round } from '../experiments/plan/plan.ts';
import type { Outcome } from './driver.ts';
import { htmlOf, summaryOf, tableOf } from './plain-results.ts';

/** Scores what is kept and writes it out for people and programs. */
export async function outcomeOf(
  document: ExperimentDocument,
  rounds: readonly Round[],
  keeper: Keeper,
): Promise<Outcome> {
  const results = await assemble(document, rounds, (keys) => keeper.cells(keys));
  const summary = summaryOf(results);
  const table = tableOf(summary);
  return { table, summary, report: htmlOf(document.title, table) };
}
