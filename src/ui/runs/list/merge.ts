import type { RunSummary } from '../../../store/run-store.ts';

/** A list of runs, newest first, with some put in or replaced. */
export function withPut(
  runs: readonly RunSummary[],
  summaries: readonly RunSummary[],
): RunSummary[] {
  const put = new Map(summaries.map((summary) => [summary.id, summary]));
  const kept = runs.map((run) => {
    const summary = put.get(run.id);
    put.delete(run.id);
    return summary ?? run;
  });
  return [...put.values(), ...kept].sort((a, b) => b.time - a.time);
}

/** A list of runs without those of these ids. */
export function without(runs: readonly RunSummary[], ids: readonly string[]): RunSummary[] {
  const gone = new Set(ids);
  return runs.filter(({ id }) => !gone.has(id));
}

/** How many of these ids are not in a list. */
export function countMissing(ids: readonly string[], runs: readonly RunSummary[]): number {
  const there = new Set(runs.map(({ id }) => id));
  return ids.filter((id) => !there.has(id)).length;
}
