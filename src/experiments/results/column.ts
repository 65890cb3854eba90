import type { PlannedArm } from '../plan/plan.ts';
import type { ResultRow } from './results.ts';
import type { DocumentScorer } from './scorers.ts';

/** What a planned cell has come to: its score, nothing yet, or an error. Neither of those is a 0. */
export type Entry = number | 'missing' | 'error';

/** An arm of one round. */
export interface IndexedArm {
  readonly round: number;
  /** Its place in the round. */
  readonly number: number;
  /** Whether the round was a search's, whose arms are candidates. */
  readonly candidate: boolean;
  readonly arm: PlannedArm;
}

/** What one arm got in one turn from one scorer: an entry for each of its items and draws. */
export interface Column {
  /** The draws; one where every seed gave the same cells. */
  readonly seeds: readonly number[];
  /** By item id, in the order of the seeds. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

/** Rows by item id and seed. */
export type RowsByItem = ReadonlyMap<string, ReadonlyMap<number, ResultRow>>;

/** What a row is worth to a scorer. */
export function entryOf(
  row: ResultRow | undefined,
  { id, kind }: Pick<DocumentScorer, 'id' | 'kind'>,
): Entry {
  if (!row?.cell) return 'missing';
  const scored = row.scores[id];
  if (scored && 'value' in scored && Number.isFinite(scored.value)) return scored.value;
  if (row.cell.kind === 'failed') return 'error';
  // an answer that nobody has rated may still be rated; one without a judgment is still to be judged
  return kind === 'hand' || (kind === 'judge' && !scored) ? 'missing' : 'error';
}

/** Whether all of an item's seeds are the same work. */
export const isSameWork = (bySeed: ReadonlyMap<number, ResultRow>): boolean =>
  new Set([...bySeed.values()].map(({ planned }) => planned.key)).size === 1;

/**
 * The column of an arm. Greedy answers to a prompt that no seed changes are one draw: to count them as five
 * would pass off one answer as five.
 * @param seeds all seeds, in order
 */
export function columnOf(
  rows: RowsByItem,
  seeds: readonly number[],
  scorer: Pick<DocumentScorer, 'id' | 'kind'>,
): Column {
  const own = seeds.filter((seed) => [...rows.values()].some((bySeed) => bySeed.has(seed)));
  const all = [...rows].map(
    ([item, bySeed]) => [item, own.map((seed) => entryOf(bySeed.get(seed), scorer))] as const,
  );
  // a scorer may go by the seed's style, where the answer does not
  const alike = all.every(([, entries]) => new Set(entries).size === 1);
  const draws = alike && [...rows.values()].every(isSameWork) ? 1 : own.length;
  return {
    seeds: own.slice(0, draws),
    entries: new Map(all.map(([item, entries]) => [item, entries.slice(0, draws)])),
  };
}
