import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleRun } from '../../../domain/testing/sample-run.ts';
import { summaryOf } from '../../../store/summary.ts';
import { SearchIndex } from './search-index.ts';
import { filtered, noFilters, wantedBy } from './select.ts';

const one = summaryOf(sampleRun(0));
function indexOf(texts: readonly string[]) {
  const runs = texts.map((search, i) => ({ ...one, id: String(i), search }));
  const index = new SearchIndex(runs);
  for (const step of index.build()) void step;
  return { runs, index };
}

it('finds in each text what looking into it finds', () => {
  // few letters, so that terms are found often, at the edges and across them
  const text = (minLength: number) =>
    fc
      .array(fc.constantFrom('a', 'b', 'é', ' '), { minLength, maxLength: 5 })
      .map((c) => c.join(''));
  const terms = fc.array(text(1), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(text(0), { maxLength: 20 }), terms, (texts, wanted) => {
      const { runs, index } = indexOf(texts);
      const expected = runs.filter(({ search }) => wanted.every((term) => search.includes(term)));
      expect(index.having(wanted)).toEqual(expected);
    }),
  );
});

it('finds over all blocks what the filter finds', () => {
  const { runs, index } = indexOf(Array.from({ length: 2_500 }, (_, i) => `question ${i} of many`));
  for (const terms of [['question'], ['99'], ['question 99', 'many'], ['2499'], ['none']]) {
    const anew = filtered(runs, { ...wantedBy(noFilters, 0), terms });
    expect(index.having(terms)).toEqual(anew);
  }
});
