import { describe, expect, it } from 'vitest';
import { armsOf } from '../document/arms.ts';
import type { PlannedCell } from '../plan/plan.ts';
import { smallDocument } from '../testing/documents.ts';
import { madeItems, madeLikelihood, sampleModel } from '../testing/results.ts';
import { indexRows } from './index-rows.ts';
import type { ResultRow, Results } from './results.ts';
import { shiftOf } from './shift.ts';
import { textShift } from './text-tables.ts';

const document = smallDocument({
  turns: 1,
  seeds: [1],
  scorers: [{ kind: 'lab-80' }, { kind: 'likelihood', of: { arm: { arm: 'URIAL' } } }],
  figure: { kind: 'shift', arms: 'arm' },
});

/** Texts of URIAL's: even items have one token, odd ones three; bare is off by so many ranks. */
function made({ gone = [] as number[], textOf = 1 as number | 'reference' } = {}): Results {
  const arms = armsOf(document).map((arm) => ({ ...arm, model: sampleModel }));
  const items = madeItems(6);
  const rows = arms.flatMap((arm, a) =>
    items.map((item, i): ResultRow => {
      const tokens = i % 2 === 0 ? [5] : [5, 6, 7];
      const ranks = tokens.map((_, at) => (a === 1 ? 0 : [0, 2, 3][at]) as number);
      const probabilities = tokens.map(() => (a === 1 ? 0.5 : 0.25));
      const key = `${a}/${i}`;
      const planned: PlannedCell = {
        ...{ key, kind: 'likelihood', arm: a, item: i, seed: 1, turn: 1, textOf, scorer: 1 },
        block: 0,
      };
      const cell = madeLikelihood({ tokens, ranks, probabilities }, key);
      const there = a === 1 || !gone.includes(i);
      return { round: 0, planned, arm, item, cell: there ? cell : undefined, scores: {} };
    }),
  );
  const round = { schema: 1, id: 'r', experiment: 'e', number: 0, purpose: 'all' } as const;
  return { document, rounds: [{ ...round, arms, items, styles: {}, cells: [] }], rows };
}

const shifts = async (results: Results) => shiftOf(await indexRows(results), { arms: 'arm' });

describe('shiftOf', () => {
  it('has shares of tokens, not of answers', async () => {
    const [bare, urial] = await shifts(made());
    expect(urial).toMatchObject({ label: 'URIAL', n: 6, seeds: 1, missing: 0, errors: 0 });
    expect(urial?.all.unshifted).toEqual({ value: 1, low: 1, high: 1 });
    expect(urial?.all.divergence).toEqual({ value: 0, low: 0, high: 0 });
    // of twelve tokens six stand first, three second, three third
    expect(bare?.all).toMatchObject({ tokens: 12, items: 6 });
    expect(bare?.all.unshifted?.value).toBeCloseTo(1 / 2, 12);
    expect(bare?.all.marginal?.value).toBeCloseTo(1 / 4, 12);
    expect(bare?.all.shifted?.value).toBeCloseTo(1 / 4, 12);
    const half = 0.5 * Math.log(0.5 / 0.25) + 0.5 * Math.log(0.5 / 0.75);
    expect(bare?.all.divergence?.value).toBeCloseTo(half, 12);
    // a text is drawn as a whole: only short ones, or only long ones
    expect(bare?.all.unshifted?.low).toBeLessThan(0.45);
    expect(bare?.all.unshifted?.high).toBeGreaterThan(0.6);
  });

  it('tells places of the text apart, each with its own tokens', async () => {
    const [bare] = await shifts(made());
    expect(
      bare?.byPosition.map(({ from, to, tokens, items, unshifted, marginal }) => ({
        ...{ from, to, tokens, items },
        ...{ unshifted: unshifted?.value, marginal: marginal?.value },
      })),
    ).toEqual([
      { from: 1, to: 1, tokens: 6, items: 6, unshifted: 1, marginal: 0 },
      { from: 2, to: 3, tokens: 6, items: 3, unshifted: 0, marginal: 0.5 },
    ]);
  });

  it('leaves out what is not there', async () => {
    const [bare, urial] = await shifts(made({ gone: [1, 3, 5] }));
    expect(bare).toMatchObject({ n: 3, missing: 3, all: { tokens: 3, marginal: { value: 0 } } });
    expect(urial?.n).toBe(6);
    const [none] = await shifts(made({ gone: [0, 1, 2, 3, 4, 5] }));
    expect(none).toMatchObject({ n: 0, all: { tokens: 0, unshifted: null }, byPosition: [] });
  });

  it('knows no distance from a reference that no arm wrote', async () => {
    const [bare] = await shifts(made({ textOf: 'reference' }));
    expect(bare?.all.divergence).toBeNull();
    expect(bare?.all.shifted?.value).toBeCloseTo(1 / 4, 12);
  });

  it('stands in columns', async () => {
    const lines = textShift(await shifts(made())).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^URIAL +1\.00 \[1\.00, 1\.00\].* 12 +6$/);
  });

  it('needs a scorer of likelihoods', async () => {
    const results = { ...made(), document: smallDocument() };
    await expect(shifts(results)).rejects.toThrow('no scorer judges any');
  });
});
