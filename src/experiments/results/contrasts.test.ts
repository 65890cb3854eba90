import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniform } from '../../domain/draw.ts';
import type { Contrast } from '../document/contrast.ts';
import { smallDocument } from '../testing/documents.ts';
import { madeItems, madeResults, type Made, type MadePlace } from '../testing/results.ts';
import { evaluate, evaluateAll } from './contrasts.ts';
import { indexRows } from './index-rows.ts';

const term = (weight: number, arm: string, more = {}) => ({ weight, where: { arm }, ...more });
const contrast = (terms: object[], more = {}): Contrast =>
  ({
    id: 'c',
    label: 'c',
    claim: null,
    terms,
    expect: { kind: 'above', than: 0 },
    ...more,
  }) as Contrast;
const gain = (more = {}) => contrast([term(1, 'URIAL'), term(-1, 'bare')], more);

const document = smallDocument({ seeds: [1, 2] });
const number = (id: string) => Number(id.slice(5));
const better = ({ arm, item, turn, seed }: MadePlace): number =>
  5 + uniform(1, item.id, 0) * 3 + seed + (arm.label === 'URIAL' ? 1 / turn : 0);

const found = async (asked: Contrast, score: (place: MadePlace) => Made = better, count = 12) =>
  evaluate(await indexRows(madeResults(document, { items: madeItems(count), score })), asked);

describe('evaluate', () => {
  it('pairs items and seeds: what they share has no part in the interval', async () => {
    const of = await found(gain());
    for (const end of ['value', 'low', 'high'] as const)
      expect(of.interval?.[end]).toBeCloseTo(0.75, 10);
    expect(of).toMatchObject({ n: 12, seeds: 2, cells: 96, verdict: 'supported', leftOut: 0 });
    // of 2^12 patterns of signs, two are as far from 0
    expect(of.p).toBeCloseTo(2 / 2 ** 12, 12);
    expect(of.adjusted).toBe(of.p);
  });

  it('compares turns: a gap of gaps', async () => {
    const gap = [
      term(1, 'URIAL', { turn: 1 }),
      term(-1, 'bare', { turn: 1 }),
      term(-1, 'URIAL', { turn: 2 }),
      term(1, 'bare', { turn: 2 }),
    ];
    const of = await found(contrast(gap));
    expect(of.interval?.value).toBeCloseTo(0.5, 10);
    expect(of.verdict).toBe('supported');
    const below = { kind: 'below', than: 0 };
    expect((await found(contrast(gap, { expect: below }))).verdict).toBe('contradicted');
    const near = { kind: 'near', than: 0.4, within: 0.2 };
    expect((await found(contrast(gap, { expect: near }))).verdict).toBe('supported');
  });

  it('finds an arm no better than itself', async () => {
    const of = await found(contrast([term(1, 'bare'), term(-1, 'bare')]));
    expect(of).toMatchObject({
      interval: { value: 0, low: 0, high: 0 },
      p: 1,
      verdict: 'undecided',
    });
  });

  it('averages the arms of a term, and takes a level or one of several', async () => {
    const all = contrast([{ weight: 1, where: { arm: ['bare', 'URIAL'] } }, term(-1, 'bare')]);
    expect((await found(all)).interval?.value).toBeCloseTo(0.375, 10);
    const any = contrast([{ weight: 1, where: {} }, term(-1, 'bare')]);
    expect((await found(any)).interval?.value).toBeCloseTo(0.375, 10);
  });

  it('changes n for a failed cell, and never the value towards 0', async () => {
    const places = fc.record({
      arm: fc.constantFrom('bare', 'URIAL'),
      item: fc.integer({ min: 0, max: 11 }),
      seed: fc.constantFrom(1, 2),
      turn: fc.constantFrom(1, 2),
      stead: fc.constantFrom('failed', 'unjudged', 'missing'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(places, { minLength: 1, maxLength: 4 }), async (gone) => {
        const of = await found(gain(), (place) => {
          const hit = gone.find(
            ({ arm, item, seed, turn }) =>
              arm === place.arm.label &&
              item === number(place.item.id) &&
              seed === place.seed &&
              turn === place.turn,
          );
          return hit ? (hit.stead as Made) : better(place);
        });
        expect(of.interval?.value).toBeCloseTo(0.75, 10);
        expect(of.missing + of.errors).toBeGreaterThan(0);
        const items = new Set(gone.map(({ item }) => item)).size;
        // while cells are to come a whole seed may be left out instead of items
        if (of.seeds === 2) expect(of).toMatchObject({ n: 12 - items, leftOut: items });
      }),
      { numRuns: 30 },
    );
  });

  it('decides nothing by fewer than six items', async () => {
    expect((await found(gain(), better, 5)).verdict).toBe('undecided');
    expect((await found(gain(), better, 6)).verdict).toBe('supported');
  });

  it('decides nothing by fewer than six items that differ, however many do not', async () => {
    const some = (differ: number) =>
      found(gain(), (place) => (number(place.item.id) < differ ? better(place) : 5), 12);
    const five = await some(5);
    expect(five.interval?.low).toBeGreaterThan(0);
    expect(five).toMatchObject({ n: 12, p: 2 / 2 ** 5, verdict: 'undecided' });
    expect((await some(6)).verdict).toBe('supported');
    // of a difference that is to be small, they all speak
    const near = gain({ expect: { kind: 'near', than: 0, within: 1 } });
    expect((await found(near, () => 5)).verdict).toBe('supported');
  });

  it('does not take a side that the permutation test leaves open, whatever the interval', async () => {
    const gains = [4, 2, 1, 0.5, 0.5, -0.5];
    const of = await found(
      gain(),
      (place) => 5 + (place.arm.label === 'bare' ? 0 : (gains[number(place.item.id)] as number)),
      gains.length,
    );
    expect(of.interval?.low).toBeGreaterThan(0);
    expect(of).toMatchObject({ p: 8 / 64, verdict: 'undecided' });
  });

  it('was not run where cells are lacking altogether', async () => {
    const half = (place: MadePlace): Made =>
      place.arm.label === 'bare' ? 'missing' : better(place);
    const of = await found(gain(), half);
    expect(of).toMatchObject({ verdict: 'not run', interval: null, p: null, n: 0, missing: 48 });
    const none = madeResults(document, { items: madeItems(8), score: better, rounds: [] });
    expect((await evaluate(await indexRows(none), gain())).verdict).toBe('not run');
  });

  it('sets means over different items against each other, without pairs', async () => {
    const parts = contrast([
      term(1, 'URIAL', { items: { part: 'world' } }),
      term(-1, 'URIAL', { items: { part: 'context' } }),
    ]);
    const of = await found(
      parts,
      ({ item }) => number(item.id) / 10 + (item.part === 'world' ? 5 : 0),
      24,
    );
    // parts alternate by twos: context items have numbers higher by 2
    expect(of.interval?.value).toBeCloseTo(4.8, 10);
    expect(of).toMatchObject({ n: 24, p: null, adjusted: null, verdict: 'supported' });
    expect(of.interval?.low).toBeLessThan(4.7);
    expect(of.interval?.low).toBeGreaterThan(4);
  });
});

describe('evaluateAll', () => {
  it('adjusts p for all contrasts of the document by Holm’s method', async () => {
    const none = { id: 'none', label: 'none', terms: [term(1, 'bare'), term(-1, 'bare')] };
    const some = { id: 'some', label: 'some', terms: [term(1, 'URIAL'), term(-1, 'bare')] };
    const apart = {
      id: 'apart',
      label: 'apart',
      terms: [term(1, 'bare', { items: { part: 'world' } }), term(-1, 'bare')],
    };
    const expected = { expect: { kind: 'above', than: 0 } };
    const asking = smallDocument({
      seeds: [1, 2],
      questions: { bench: 'lab-80', split: 'test', part: 'all' },
      contrasts: [none, some, apart].map((one) => ({ ...one, ...expected })),
    });
    const results = madeResults(asking, { items: madeItems(12), score: better });
    const all = await evaluateAll(await indexRows(results));
    const p = 2 / 2 ** 12;
    expect(all.map(({ p, adjusted }) => [p, adjusted])).toEqual([
      [1, 1],
      [expect.closeTo(p, 12), expect.closeTo(2 * p, 12)],
      [null, null],
    ]);
  });
});
