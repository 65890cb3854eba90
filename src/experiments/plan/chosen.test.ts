import { expect, it } from 'vitest';
import { smallDocument } from '../testing/documents.ts';
import { models, shelf } from '../testing/world.ts';
import { chosenIn } from './chosen.ts';
import { planRound, wholeRound } from './plan-round.ts';

async function roundOf(...roles: string[]) {
  const levels = roles.map((model) => ({ label: model, set: { model } }));
  const document = smallDocument({
    factors: [{ name: 'model', levels }],
    figure: { kind: 'table', rows: 'model', columns: 'turn' },
  });
  const parts = { models: models(), shelf: shelf() };
  return (await planRound(document, wholeRound('e', document), parts)).round;
}

it('finds the model that an experiment was begun with, by its own arm or by a relative’s', async () => {
  expect(chosenIn([await roundOf('twin', 'chosen')])).toEqual({
    id: 'lab-base-4m',
    precision: 'fp32',
  });
  expect(chosenIn([await roundOf('twin')])?.id).toBe('lab-base-4m');
  expect(chosenIn([await roundOf('smaller')])?.id).toBe('lab-base-4m');
});

it('says nothing where every arm names its model', async () => {
  expect(chosenIn([await roundOf('lab-base-2m')])).toBeNull();
  expect(chosenIn([])).toBeNull();
});
