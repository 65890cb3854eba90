import { expect, it } from 'vitest';
import { smallDocument } from '../testing/documents.ts';
import { models, shelf } from '../testing/world.ts';
import { planRound, wholeRound } from './plan-round.ts';
import { readRound } from './read-round.ts';

const document = smallDocument();
const { round } = await planRound(document, wholeRound('e', document), {
  models: models(),
  shelf: shelf(),
});

it('reads a stored round as it was planned', async () => {
  expect(await readRound(structuredClone(round))).toEqual(round);
});

it('names the field that cannot be read', async () => {
  const [first, ...others] = round.cells;
  const cells = [{ ...first, seed: 'one' }, ...others];
  await expect(readRound({ ...round, cells })).rejects.toMatchObject({
    code: 'file-damaged',
    message: expect.stringContaining('round.cells[0].seed') as string,
  });
  await expect(readRound({ ...round, arms: null })).rejects.toMatchObject({
    message: expect.stringContaining('round.arms') as string,
  });
});
