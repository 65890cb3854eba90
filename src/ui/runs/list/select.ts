import { searchable, type RunSummary } from '../../../store/summary.ts';

/** What runs can be ordered by. */
export type SortKey = 'time' | 'query' | 'answer' | 'arm' | 'model' | 'rating';

export interface Sort {
  by: SortKey;
  /** Newest, best, longest or Z first. */
  down: boolean;
}

/** What the reader wants to see of all runs; the empty text and 0 mean "any". */
export interface Filters {
  search: string;
  arm: string;
  model: string;
  tag: string;
  /** At least this rating. */
  rating: number;
  /** Not older than this many days. */
  days: number;
}

export const noFilters: Filters = { search: '', arm: '', model: '', tag: '', rating: 0, days: 0 };
export const newestFirst: Sort = { by: 'time', down: true };

const day = 86_400_000;

/** The words of a search; "quoted words" stay together. All of them must be found. */
export function searchTerms(search: string): string[] {
  const found = searchable(search).matchAll(/"([^"]+)"?|[^\s"]+/gu);
  return [...found].map(([whole, quoted]) => quoted ?? whole).filter((term) => term.trim() !== '');
}

/** The runs that pass all filters, in the order they came. @param now milliseconds since 1970 */
export function filtered(
  runs: readonly RunSummary[],
  { search, arm, model, tag, rating, days }: Filters,
  now: number,
): readonly RunSummary[] {
  const terms = searchTerms(search);
  const since = days > 0 ? now - days * day : -Infinity;
  return runs.filter(
    (run) =>
      (arm === '' || run.arm === arm) &&
      (model === '' || run.model === model) &&
      (tag === '' || run.tags.includes(tag)) &&
      (rating === 0 || (run.rating ?? 0) >= rating) &&
      run.time >= since &&
      terms.every((term) => run.search.includes(term)),
  );
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
type Order = (a: RunSummary, b: RunSummary) => number;

const orders: Record<SortKey, Order> = {
  time: (a, b) => a.time - b.time,
  query: (a, b) => collator.compare(a.query, b.query),
  answer: (a, b) => a.tokens - b.tokens,
  arm: (a, b) => collator.compare(a.arm, b.arm),
  model: (a, b) => collator.compare(a.model, b.model),
  rating: (a, b) => (a.rating ?? 0) - (b.rating ?? 0),
};

/**
 * Runs in the order asked for; equals stay newest first, and runs that are not rated come last.
 * @param runs newest first
 */
export function sorted(runs: readonly RunSummary[], { by, down }: Sort): readonly RunSummary[] {
  if (by === 'time') return down ? runs : runs.toReversed();
  const order = orders[by];
  const unrated = (run: RunSummary) => Number(by === 'rating' && run.rating === null);
  return runs.toSorted(
    (a, b) => unrated(a) - unrated(b) || (down ? order(b, a) : order(a, b)) || b.time - a.time,
  );
}

/** A value that runs can be filtered by, and how many have it. */
export interface Choice {
  value: string;
  count: number;
}

/** Every value that occurs, with its count, the most frequent first. */
export function choices(
  runs: readonly RunSummary[],
  valuesOf: (run: RunSummary) => readonly string[],
): Choice[] {
  const counts = new Map<string, number>();
  for (const run of runs) {
    for (const value of new Set(valuesOf(run))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
}
