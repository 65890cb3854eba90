import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf, demonstrationsToDrop } from './budget.ts';
import { demonstration } from './demonstration.ts';

describe('budgetOf', () => {
  it('leaves room for at least one token of answer', () => {
    expect(budgetOf(100, 99, 10)).toMatchObject({ room: 1, overBy: 0 });
    expect(budgetOf(100, 100, 10)).toMatchObject({ room: 0, overBy: 1 });
    expect(budgetOf(100, 130, 10)).toMatchObject({ room: 0, overBy: 31 });
  });
});

describe('demonstrationsToDrop', () => {
  const costs = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 12 });

  it('frees what is asked, with no demonstration to spare, or names none', () => {
    fc.assert(
      fc.property(costs, fc.integer({ min: 1, max: 3000 }), (tokens, wanted) => {
        const list = tokens.map((_, i) => demonstration('q', 'a', '', String(i)));
        const cost = new Map(tokens.map((n, i) => [String(i), n]));
        const sum = (ds: typeof list) => ds.reduce((n, d) => n + (cost.get(d.id) ?? 0), 0);
        const dropped = demonstrationsToDrop(list, cost, wanted);
        if (sum(list) < wanted) {
          expect(dropped).toEqual([]);
          return;
        }
        expect(sum(dropped)).toBeGreaterThanOrEqual(wanted);
        expect(list.filter((d) => dropped.includes(d))).toEqual(dropped);
        const fewest = [...tokens].sort((a, b) => b - a);
        expect(fewest.slice(0, dropped.length - 1).reduce((a, b) => a + b, 0)).toBeLessThan(wanted);
      }),
    );
  });

  it('leaves alone what is already off', () => {
    const off = { ...demonstration('q', 'a', '', 'off'), enabled: false };
    expect(demonstrationsToDrop([off], new Map([['off', 50]]), 10)).toEqual([]);
  });
});
