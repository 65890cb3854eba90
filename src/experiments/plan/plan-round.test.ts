import { expect, it } from 'vitest';
import { smallDocument } from '../testing/documents.ts';
import { models, shelf } from '../testing/world.ts';
import { planRound, wholeRound } from './plan-round.ts';

const plan = (more: Record<string, unknown> = {}) => {
  const document = smallDocument(more);
  return planRound(document, wholeRound('e', document), { models: models(), shelf: shelf() });
};

it('names every turn of every item under every arm and seed by a key', async () => {
  const { round } = await plan();
  expect(round.arms.map(({ label }) => label)).toEqual(['bare', 'URIAL']);
  expect(round.cells).toHaveLength(2 * 4 * 2 * 2);
  for (const { key } of round.cells) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

it('gives the same keys again, and one key to what no seed changes', async () => {
  const [a, b] = await Promise.all([plan(), plan()]);
  expect(b.round.cells).toEqual(a.round.cells);
  const keysOf = (arm: number) =>
    new Set(a.round.cells.filter((cell) => cell.arm === arm).map(({ key }) => key)).size;
  // bare and greedy: both seeds are the same work; demonstrations are dressed in each seed's style
  expect(keysOf(0)).toBe(4 * 2);
  expect(keysOf(1)).toBe(4 * 2 * 2);
});

it('asks first turns before second ones', async () => {
  const { round } = await plan();
  const turns = round.cells.map(({ turn }) => turn);
  expect(turns).toEqual(turns.toSorted());
  const blocks = round.cells.map(({ block }) => block);
  expect(blocks).toEqual(blocks.toSorted((x, y) => x - y));
});

it('keeps the keys of arms that a document had before another came', async () => {
  const [before, after] = await Promise.all([
    plan(),
    plan({
      references: [{ label: 'rules', set: { template: 'rules-only', demonstrations: [] } }],
    }),
  ]);
  const keys = new Set(after.round.cells.map(({ key }) => key));
  for (const { key } of before.round.cells) expect(keys).toContain(key);
});

it('judges the reference, and what another arm answered', async () => {
  const { round } = await plan({
    scorers: [
      { kind: 'lab-80' },
      { kind: 'likelihood' },
      { kind: 'likelihood', of: { arm: { arm: 'URIAL' } } },
    ],
    turns: 1,
  });
  const judged = round.cells.filter(({ kind }) => kind === 'likelihood');
  expect(judged).toHaveLength(2 * 2 * 4 * 2);
  expect(new Set(judged.map(({ textOf }) => textOf))).toEqual(new Set(['reference', 1]));
});
