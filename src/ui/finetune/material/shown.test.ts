import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stretches } from './shown.ts';

it('parts a text into learnt and read stretches that cover it once', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(lengths, (list) => {
      const ends = list.map((_, i) => list.slice(0, i + 1).reduce((a, b) => a + b, 0));
      const learnt = ends.flatMap((end, i) =>
        i % 2 === 1 ? [[ends[i - 1] ?? 0, end] as [number, number]] : [],
      );
      const tokens = Array.from({ length: ends.at(-1) ?? 0 }, (_, i) => i);
      const parts = stretches({ tokens, learnt });
      expect(parts.flatMap(({ from, to }) => tokens.slice(from, to))).toEqual(tokens);
      expect(parts.filter((part) => part.learnt).map(({ from, to }) => [from, to])).toEqual(learnt);
    }),
  );
});
