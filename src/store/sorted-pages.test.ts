import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SortedPages } from './sorted-pages.ts';

it('has all of all pages, sorted as if at one go, equals in the order they came', () => {
  const item = fc.record({ time: fc.nat(20), id: fc.nat() });
  fc.assert(
    fc.property(fc.array(fc.array(item, { maxLength: 9 })), (pages) => {
      const order = (a: { time: number }, b: { time: number }) => b.time - a.time;
      const sorted = new SortedPages(order);
      for (const page of pages) sorted.add([...page]);
      expect(sorted.all()).toEqual(pages.flat().sort(order));
    }),
  );
});
