import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksOf } from './bands.ts';
import { spread } from './frame.ts';
import { domainOf } from './panel.ts';
import { cut, textWidth, wrapped } from './text-width.ts';
import { places, roundTicks } from './ticks.ts';

describe('texts', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 12 });

  it('never leave the width they are given, but for a single letter', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (all, width, most) => {
          const lines = wrapped(all.join(' '), 12, width, { lines: most });
          expect(lines.length).toBeLessThanOrEqual(Math.max(most, 1));
          for (const line of lines)
            expect([...line].length < 3 || textWidth(line, 12) <= width).toBe(true);
        },
      ),
    );
  });

  it('are whole where there is room, and end in dots where there is not', () => {
    expect(wrapped('one two three', 12, 1000)).toEqual(['one two three']);
    expect(wrapped('one two three', 12, 45)).toEqual(['one', 'two', 'three']);
    expect(cut('a long name of a thing', 12, 60)).toMatch(/^a lon?g?.*…$/);
  });
});

describe('ticks', () => {
  it('are round, inside the axis, and written apart', () => {
    const ends = fc.tuple(
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.integer({ min: 1, max: 12 }), ([from, length], most) => {
        const domain = [from, from + length] as const;
        const written = (value: number, step: number) => value.toFixed(places(step));
        const ticks = roundTicks(domain, (step) => length / step <= most, written);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        for (const { at } of ticks) {
          expect(at).toBeGreaterThanOrEqual(from - length * 1e-6);
          expect(at).toBeLessThanOrEqual(from + length * (1 + 1e-6));
        }
      }),
    );
  });

  it('are the numbers that levels name, or their places', () => {
    expect(ticksOf(['3', 'N = 10', '20 examples'])).toEqual([
      { at: 3, label: '3' },
      { at: 10, label: '10' },
      { at: 20, label: '20' },
    ]);
    expect(ticksOf(['none', '1', '1 + 2'])).toEqual([
      { at: 0, label: 'none' },
      { at: 1, label: '1' },
      { at: 2, label: '1 + 2' },
    ]);
  });
});

describe('names beside lines', () => {
  it('keep their distance and their order', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(wanted, (all) => {
        const places = spread(all, 14, 240);
        const order = all.map((_, i) => i).sort((a, b) => (all[a] as number) - (all[b] as number));
        for (const [k, i] of order.entries()) {
          expect(places[i]).toBeLessThanOrEqual(240);
          const next = order[k + 1];
          if (next !== undefined)
            expect((places[next] as number) - (places[i] as number)).toBeGreaterThanOrEqual(13.999);
        }
      }),
    );
  });
});

describe('axes', () => {
  it('hold all intervals, inside the ends of the scale', () => {
    const scale = { low: 1, high: 10 };
    expect(domainOf([{ low: 1.1, high: 9.9 }], scale)).toEqual([1, 10]);
    const [from, to] = domainOf([{ low: 4, high: 5 }], scale, [6.5]);
    expect(from).toBeCloseTo(3.875, 10);
    expect(to).toBeCloseTo(6.625, 10);
  });

  it('have a length even where nothing varies', () => {
    expect(domainOf([{ low: 3, high: 3 }], { low: null, high: null })).toEqual([2.7, 3.3]);
    expect(domainOf([{ low: 0, high: 0 }], { low: 0, high: 1 })).toEqual([0, 1]);
    expect(domainOf([], { low: null, high: 1 })).toEqual([0, 1]);
  });
});
