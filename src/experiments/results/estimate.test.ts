import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniform } from '../../domain/draw.ts';
import { wilson } from '../../scoring/statistics/wilson.ts';
import { smallDocument } from '../testing/documents.ts';
import { madeItems, madeResults, type Made, type MadePlace } from '../testing/results.ts';
import { estimateOf } from './estimate.ts';
import { indexRows } from './index-rows.ts';
import type { Results } from './results.ts';

const document = smallDocument({ seeds: [1, 2, 3] });
const items = madeItems(12);

/** URIAL is better by 1, the first turn by 2, and an item by a fifth for its number. */
const known = ({ arm, item, turn }: MadePlace): number =>
  3 + (arm.label === 'URIAL' ? 1 : 0) - (turn === 2 ? 2 : 0) + Number(item.id.slice(5)) / 5;

const made = (change: (place: MadePlace, score: number) => Made = (_, score) => score) =>
  madeResults(document, { items, score: (place) => change(place, known(place)) });

const estimate = async (results: Results, question = {}) =>
  estimateOf(await indexRows(results), question);

describe('estimateOf', () => {
  it('finds the mean of an arm and a turn', async () => {
    const where = { arm: 'bare', turn: '1' };
    const found = await estimate(made(), { where });
    // 3 + (0 + 1 + ... + 11) / 12 / 5
    expect(found?.value).toBeCloseTo(4.1, 12);
    expect(found).toMatchObject({ n: 12, seeds: 3, cells: 36, missing: 0, errors: 0, leftOut: 0 });
    expect(found?.seedMeans).toEqual({ mean: expect.closeTo(4.1, 12), sd: 0, n: 3 });
    expect(found?.low).toBeLessThan(4.1);
    expect(found?.high).toBeGreaterThan(4.1);
  });

  it('averages arms, turns and parts of the items that are not told apart', async () => {
    expect((await estimate(made(), { where: { arm: 'bare' } }))?.value).toBeCloseTo(3.1, 12);
    expect((await estimate(made()))?.value).toBeCloseTo(3.6, 12);
    expect((await estimate(made(), { where: { turn: ['1', '2'] } }))?.value).toBeCloseTo(3.6, 12);
    const math = await estimate(made(), { where: { turn: '1' }, items: { category: 'math' } });
    // 3.5 + (0 + 2 + ... + 10) / 6 / 5
    expect(math).toMatchObject({ value: expect.closeTo(4.5, 12), n: 6 });
    const world = await estimate(made(), {
      items: { category: 'math', part: 'world' },
      where: { turn: '1' },
    });
    expect(world).toMatchObject({ value: expect.closeTo(3.5 + 12 / 3 / 5, 12), n: 3 });
  });

  it('leaves out an item that lacks a cell, and never takes it for a 0', async () => {
    for (const [stead, counts] of [
      ['failed', { missing: 0, errors: 1 }],
      ['unjudged', { missing: 0, errors: 1 }],
    ] as const) {
      const results = made(({ arm, item, seed, turn }, score) =>
        arm.label === 'bare' && item.id === 'item-11' && seed === 2 && turn === 1 ? stead : score,
      );
      const found = await estimate(results, { where: { arm: 'bare', turn: '1' } });
      expect(found).toMatchObject({ n: 11, seeds: 3, cells: 33, leftOut: 1, ...counts });
      // 3 + (0 + ... + 10) / 11 / 5
      expect(found?.value).toBeCloseTo(4, 12);
      const other = await estimate(results, { where: { arm: 'URIAL', turn: '1' } });
      expect(other).toMatchObject({ n: 12, errors: 0, missing: 0 });
    }
  });

  it('keeps what is whole while cells are still to come', async () => {
    // the third seed has begun: two whole seeds say more than four items of three
    const begun = made(({ item, seed }, score) =>
      seed === 3 && Number(item.id.slice(5)) >= 4 ? 'missing' : score,
    );
    const where = { arm: 'bare', turn: '1' };
    expect(await estimate(begun, { where })).toMatchObject({ n: 12, seeds: 2, missing: 8 });
    // and here three seeds of eleven more than two of twelve
    const last = made(({ item, seed }, score) =>
      seed === 3 && item.id === 'item-11' ? 'missing' : score,
    );
    expect(await estimate(last, { where })).toMatchObject({ n: 11, seeds: 3, missing: 1 });
    // what failed never costs a whole seed
    const failed = made(({ item, seed }, score) =>
      seed === 3 && Number(item.id.slice(5)) >= 4 ? 'failed' : score,
    );
    expect(await estimate(failed, { where })).toMatchObject({ n: 4, seeds: 3, errors: 8 });
  });

  it('is null where nothing is left, or nothing was asked', async () => {
    expect(await estimate(made(() => 'missing'))).toBeNull();
    expect(await estimate(made(() => 'failed'))).toBeNull();
    expect(await estimate(made(), { where: { arm: 'no such' } })).toBeNull();
    expect(await estimate(made(), { items: { category: 'no such' } })).toBeNull();
  });

  it('takes cells that no seed changes for one draw', async () => {
    const results = madeResults(document, {
      items,
      score: known,
      same: ({ label }) => label === 'bare',
    });
    const where = { arm: 'bare', turn: '1' };
    const one = await estimate(results, { where });
    expect(one).toMatchObject({ n: 12, seeds: 1, cells: 12, seedMeans: { n: 1, sd: null } });
    // beside an arm of three draws it counts under each of them
    const both = await estimate(results, { where: { turn: '1' } });
    expect(both).toMatchObject({ value: expect.closeTo(4.6, 12), seeds: 3, cells: 48 });
  });

  it('gives yes and no of one draw the interval of a rate', async () => {
    const flags = smallDocument({ seeds: [1], scorers: [{ kind: 'degeneration', of: 'loop' }] });
    const results = madeResults(flags, {
      items,
      score: ({ item, arm }) => (arm.label === 'bare' && Number(item.id.slice(5)) < 3 ? 1 : 0),
    });
    const rate = await estimate(results, { where: { arm: 'bare', turn: '1' } });
    expect(rate).toMatchObject(wilson(3, 12));
    // none of twelve is not "never"
    const never = await estimate(results, { where: { arm: 'URIAL', turn: '2' } });
    expect(never).toMatchObject({ value: 0, low: 0, high: wilson(0, 12).high });
  });

  it('takes no count for a rate, though all of it be 1', async () => {
    const counted = smallDocument({ seeds: [1], scorers: [{ kind: 'length' }] });
    const results = madeResults(counted, { items, score: () => 1 });
    expect(await estimate(results)).toMatchObject({ value: 1, low: 1, high: 1 });
  });

  it('does not depend on the order of the rows', async () => {
    const results = made(({ item, seed }, score) =>
      item.id === 'item-3' ? 'failed' : score + uniform(1, item.id, seed),
    );
    const plain = await estimate(results);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...results.rows], { minLength: results.rows.length }),
        async (rows) => {
          expect(await estimate({ ...results, rows })).toEqual(plain);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('refuses a scorer that the document does not have', async () => {
    await expect(estimate(made(), { scorer: 'exact' })).rejects.toThrow('no scorer “exact”');
  });
});
