import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleRun } from '../../../domain/testing/sample-run.ts';
import { summaryOf } from '../../../store/summary.ts';
import { Narrowing } from './narrowing.ts';
import { filtered, noFilters, wantedBy, type Filters } from './select.ts';

const runs = Array.from({ length: 40 }, (_, i) => ({
  ...summaryOf(
    sampleRun(i, { tags: i % 3 === 0 ? ['x'] : [], rating: i % 2 ? (i % 9) + 1 : null }),
  ),
  arm: i % 4 === 0 ? 'Base' : 'Other',
}));
const day = 86_400_000;
const now = Date.UTC(2025, 0, 1) + day + 20 * 60_000;

it('gives what filtering anew gives, whatever is typed and chosen, on and back', async () => {
  const step: fc.Arbitrary<Partial<Filters>> = fc.oneof(
    fc.constantFrom('', 'q', 'question', 'question 3', '"question 3', '3 w', '1').map((search) => ({
      search,
    })),
    fc.constantFrom('', 'Base', 'Other').map((arm) => ({ arm })),
    fc.constantFrom('', 'x').map((tag) => ({ tag })),
    fc.nat(10).map((rating) => ({ rating })),
    fc.constantFrom(0, 1, 7).map((days) => ({ days })),
  );
  const few = fc.constantFrom(5, 1_000); // with an index that is ready after a while, and without
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), few, async (steps, small) => {
      const narrowing = new Narrowing(small);
      let filters = noFilters;
      for (const [i, change] of steps.entries()) {
        if (i === 2) await new Promise((resolve) => setTimeout(resolve, 5));
        filters = { ...filters, ...change };
        const at = now + i * 60_000;
        const anew = filtered(runs, wantedBy(filters, at));
        expect(narrowing.filtered(runs, filters, at)).toEqual(anew);
      }
    }),
  );
});

it('starts anew with another list', () => {
  const narrowing = new Narrowing();
  narrowing.filtered(runs, { ...noFilters, search: 'question 3' }, now);
  const others = runs.toReversed();
  const found = narrowing.filtered(others, { ...noFilters, search: 'question 39' }, now);
  expect(found.map(({ id }) => id)).toEqual(['run-39']);
  expect(narrowing.filtered(others, noFilters, now)).toEqual(others);
});
