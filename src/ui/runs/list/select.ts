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

/** Filters made ready: the words of the search, the instant that "days" reaches back to. */
export interface Wanted extends Pick<Filters, 'arm' | 'model' | 'tag' | 'rating'> {
  readonly terms: readonly string[];
  readonly since: number;
}

/** @param now milliseconds since 1970 */
export function wantedBy({ search, days, ...rest }: Filters, now: number): Wanted {
  return { ...rest, terms: searchTerms(search), since: days > 0 ? now - days * day : -Infinity };
}

/** The runs that pass all filters, in the order they came. */
export function filtered(
  runs: readonly RunSummary[],
  { terms, arm, model, tag, rating, since }: Wanted,
): readonly RunSummary[] {
  // Only what is asked for: every look at one more field of a hundred thousand runs costs milliseconds.
  const tests: ((run: RunSummary) => boolean)[] = [];
  if (arm !== '') tests.push((run) => run.arm === arm);
  if (model !== '') tests.push((run) => run.model === model);
  if (rating > 0) tests.push((run) => (run.rating ?? 0) >= rating);
  if (since > -Infinity) tests.push((run) => run.time >= since);
  if (tag !== '') tests.push((run) => run.tags.includes(tag));
  for (const term of terms) tests.push((run) => run.search.includes(term));
  return tests.reduce((left, test) => left.filter(test), runs);
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
