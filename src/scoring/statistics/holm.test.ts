import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/scipy.json' with { type: 'json' };
import { holm } from './holm.ts';

describe('holm', () => {
  it('agrees with closed testing by Bonferroni', () => {
    for (const { raw, adjusted } of fixture.holm)
      for (const [i, p] of holm(raw).entries()) {
        const golden = adjusted[i] ?? null;
        if (golden === null || p === null) expect(p).toBe(golden);
        else expect(p).toBeCloseTo(golden, 12);
      }
  });

  it('keeps the order of raw p-values, and never lowers one', () => {
    const ps = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 });
    fc.assert(
      fc.property(ps, (raw) => {
        const adjusted = holm(raw);
        expect(adjusted.map((p) => p === null)).toEqual(raw.map((p) => p === null));
        const both = raw
          .flatMap((p, i) => (p === null ? [] : [{ p, of: adjusted[i] as number }]))
          .sort((a, b) => a.p - b.p);
        for (const [i, { p, of }] of both.entries()) {
          expect(of).toBeGreaterThanOrEqual(p);
          expect(of).toBeLessThanOrEqual(1);
          expect(of).toBeGreaterThanOrEqual(both[i - 1]?.of ?? 0);
        }
      }),
    );
  });

  it('counts only what was run', () => {
    expect(holm([null, 0.04, null])).toEqual([null, 0.04, null]);
    expect(holm([null])).toEqual([null]);
    expect(holm([])).toEqual([]);
  });

  it('refuses what is no probability', () => {
    for (const odd of [-0.1, 1.1, NaN]) expect(() => holm([0.5, odd])).toThrow(`${odd} does not`);
  });
});
