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

/** How many of a list have one of these ids. A copy of them, since each look at a reactive set costs. */
export function countIn(runs: readonly RunSummary[], ids: ReadonlySet<string>): number {
  if (ids.size === 0) return 0;
  const wanted = new Set(ids);
  let count = 0;
  for (const { id } of runs) if (wanted.has(id)) count++;
  return count;
}
