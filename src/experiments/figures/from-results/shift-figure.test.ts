import { expect, it } from 'vitest';
import { armsOf } from '../../document/arms.ts';
import type { PlannedCell } from '../../plan/plan.ts';
import { indexRows } from '../../results/index-rows.ts';
import type { ResultRow } from '../../results/results.ts';
import { smallDocument } from '../../testing/documents.ts';
import { madeItems, madeLikelihood, sampleModel } from '../../testing/results.ts';
import { pointsAt } from '../points.ts';
import { figureData } from './figure-data.ts';

const document = smallDocument({
  turns: 1,
  seeds: [1],
  scorers: [{ kind: 'lab-80' }, { kind: 'likelihood', of: { arm: { arm: 'URIAL' } } }],
  figure: { kind: 'shift', arms: 'arm' },
});

/** Texts of three tokens, which URIAL wrote and bare expects worse from token to token. */
async function made() {
  const arms = armsOf(document).map((arm) => ({ ...arm, model: sampleModel }));
  const items = madeItems(6);
  const rows = arms.flatMap((arm, a) =>
    items.map((item, i): ResultRow => {
      const planned: PlannedCell = {
        ...{ key: `${a}/${i}`, kind: 'likelihood', arm: a, item: i, seed: 1, turn: 1, textOf: 1 },
        ...{ scorer: 1, block: 0 },
      };
      const ranks = a === 1 ? [0, 0, 0] : [0, 2, 3];
      const thoughts = { tokens: [5, 6, 7], ranks, probabilities: [0.5, 0.25, 0.25] };
      return { round: 0, planned, arm, item, cell: madeLikelihood(thoughts), scores: {} };
    }),
  );
  const round = { schema: 1, id: 'r', experiment: 'e', number: 0, purpose: 'all' } as const;
  return indexRows({ document, rounds: [{ ...round, arms, items, styles: {}, cells: [] }], rows });
}

it('has shares of tokens by arm, shifted ones by place, and the texts behind them', async () => {
  const data = await figureData(await made());
  if (data.kind !== 'shift') throw new Error(data.kind);
  expect(data.arms).toEqual({ name: 'arm', levels: ['bare', 'URIAL'] });
  const [unshifted, marginal, shifted] = pointsAt(data.points, { arm: 'bare' });
  for (const point of [unshifted, marginal, shifted])
    expect(point).toMatchObject({ n: 6, seeds: 1, value: expect.closeTo(1 / 3, 10) });
  expect(unshifted).toMatchObject({ label: 'bare, unshifted', at: { shift: 'unshifted' } });
  expect(unshifted?.cells).toEqual(['0/0', '0/1', '0/2', '0/3', '0/4', '0/5']);
  expect(
    pointsAt(data.positions, { arm: 'bare' }).map(({ at, value }) => [at.position, value]),
  ).toEqual([
    ['1', 0],
    ['2 to 3', 0.5],
  ]);
  expect(data.measure).toMatchObject({ percent: true, low: 0, high: 1 });
});
