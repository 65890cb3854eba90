import type { Adapter } from '../domain/training/adapter.ts';
import type { ExperimentRecord } from '../domain/experiment.ts';
import { reportHtml } from '../experiments/report/report.ts';
import { indexRows } from '../experiments/results/index-rows.ts';
import type { Results } from '../experiments/results/results.ts';
import { summaryOf } from '../experiments/results/summary.ts';
import { textSummary } from '../experiments/results/text-tables.ts';
import type { Outcome } from './driver.ts';

/** Results as they are written out for people and programs. */
export async function outcomeOf(
  record: ExperimentRecord,
  results: Results,
  adapters: readonly Adapter[],
): Promise<Outcome> {
  const summary = await summaryOf(await indexRows(results));
  const environment = { browser: navigator.userAgent, writtenAt: new Date().toISOString() };
  return {
    table: textSummary(summary),
    summary,
    report: await reportHtml({ record, results, adapters, environment }),
  };
}
