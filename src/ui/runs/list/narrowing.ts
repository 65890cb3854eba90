import { breathe } from '../../../store/slices.ts';
import type { RunSummary } from '../../../store/summary.ts';
import { SearchIndex } from './search-index.ts';
import { filtered, wantedBy, type Filters, type Wanted } from './select.ts';

/** Whether whatever passes some filters has passed others before. */
function narrows(before: Wanted, after: Wanted): boolean {
  return (
    (['arm', 'model', 'tag'] as const).every((key) => ['', after[key]].includes(before[key])) &&
    after.rating >= before.rating &&
    after.since >= before.since &&
    before.terms.every((term) => after.terms.some((longer) => longer.includes(term)))
  );
}

/**
 * Filters of one list again and again. While a reader types on, only what passed last is looked at; where
 * that is still much, a search goes through an index, which is made ready meanwhile.
 */
export class Narrowing {
  /** So many runs are looked into one by one. */
  readonly #few: number;
  #runs: readonly RunSummary[] = [];
  #wanted: Wanted | null = null;
  #shown: readonly RunSummary[] = [];
  #index: SearchIndex | null = null;

  constructor(few = 5_000) {
    this.#few = few;
  }

  /** The runs that pass all filters, in the order they came. @param now milliseconds since 1970 */
  filtered(runs: readonly RunSummary[], filters: Filters, now: number): readonly RunSummary[] {
    if (runs !== this.#runs) this.#turnTo(runs);
    const wanted = wantedBy(filters, now);
    const narrower = this.#wanted !== null && narrows(this.#wanted, wanted);
    const from = narrower ? this.#shown : runs;
    this.#wanted = wanted;
    this.#shown =
      this.#index && wanted.terms.length > 0 && from.length > this.#few
        ? filtered(this.#index.having(wanted.terms), { ...wanted, terms: [] })
        : filtered(from, wanted);
    return this.#shown;
  }

  #turnTo(runs: readonly RunSummary[]): void {
    this.#runs = runs;
    this.#wanted = null;
    this.#index = null;
    if (runs.length > this.#few) void this.#makeIndex(runs);
  }

  async #makeIndex(runs: readonly RunSummary[]): Promise<void> {
    const index = new SearchIndex(runs);
    for (const step of index.build()) {
      void step;
      await breathe();
      if (this.#runs !== runs) return;
    }
    this.#index = index;
  }
}
