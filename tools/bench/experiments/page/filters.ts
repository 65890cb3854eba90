import { Narrowing } from '../../../../src/ui/runs/list/narrowing.ts';
import {
  filtered,
  noFilters,
  wantedBy,
  type Filters,
} from '../../../../src/ui/runs/list/select.ts';
import { sampleSummary } from './summaries.ts';

/** Milliseconds over all rounds. */
export interface Times {
  readonly median: number;
  readonly most: number;
}

export interface FilterTime {
  readonly what: string;
  readonly found: number;
  /** Each run looked into. */
  readonly plain: Times;
  /** As the list does it, from all runs. */
  readonly ours: Times;
}

const searches: [string, Partial<Filters>][] = [
  ['one letter', { search: 'w' }],
  ['a word that many have', { search: 'water' }],
  ['two words', { search: 'water "sea level"' }],
  ['a word that one has', { search: '"question 4321:"' }],
  ['a word that none has', { search: 'xylophone' }],
  ['arm and rating', { arm: 'Base', rating: 5 }],
  ['the last 30 days', { days: 30 }],
];

/** Runs as they are read: in the order of their ids, then newest first, so all over the memory. */
function asRead(count: number) {
  const prime = 7919;
  const runs = Array.from({ length: count }, (_, i) => sampleSummary((i * prime) % count));
  return runs.sort((a, b) => b.time - a.time);
}

function times(rounds: number, work: () => void): Times {
  const all = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: all[rounds >> 1] ?? NaN, most: all.at(-1) ?? NaN };
}

/** Times the filters of the list over as many synthetic runs. */
export async function timeFilters(count: number, rounds: number): Promise<FilterTime[]> {
  const runs = asRead(count);
  const now = runs[0]?.time ?? 0;
  const narrowing = new Narrowing();
  narrowing.filtered(runs, noFilters, now);
  await new Promise((resolve) => setTimeout(resolve, 5_000)); // its index is made
  return searches.map(([what, some]) => {
    const filters = { ...noFilters, ...some };
    let found = 0;
    const plain = times(rounds, () => void filtered(runs, wantedBy(filters, now)));
    const ours = times(rounds, () => {
      narrowing.filtered(runs, noFilters, now); // so that the last result is no help
      found = narrowing.filtered(runs, filters, now).length;
    });
    return { what, found, plain, ours };
  });
}
