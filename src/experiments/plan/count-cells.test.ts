import { expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { documentOf, gallery } from '../gallery/gallery.ts';
import { smallDocument } from '../testing/documents.ts';
import { models, shelf } from '../testing/world.ts';
import { countCells } from './count-cells.ts';
import { planRound, wholeRound } from './plan-round.ts';

it('counts what a plan then has', async () => {
  for (const { id } of gallery) {
    const document = documentOf(id, 'quick');
    if (document.search) continue;
    const { round } = await planRound(document, wholeRound('e', document), {
      models: models(),
      shelf: shelf(),
    });
    expect([id, (await countCells(document, shelf())).cells]).toEqual([id, round.cells.length]);
  }
});

it('counts the rounds of a search, and its check', async () => {
  const document = documentOf('E6', 'quick');
  const count = await countCells(document, shelf());
  // 8 and 7 candidates on 8 questions; URIAL with none, one and two found, and a reference, on 16 others
  expect(count.cells).toBe(8 * (8 + 7) + 16 * (3 + 1));
  expect(count.search).toEqual({ candidates: 8, rounds: 2 });
});

it('counts no second turn where a question has none', async () => {
  const turn = { query: 'Why?' };
  const document = smallDocument({
    questions: {
      bench: 'given',
      items: [
        { id: 'a', turns: [turn] },
        { id: 'b', turns: [turn, turn] },
      ],
    },
  });
  expect((await countCells(document, shelf())).cells).toBe(2 * 3 * 2);
});

it('refuses what nobody could wait for, by the number of cells', async () => {
  const seeds = Array.from({ length: 100 }, (_, i) => i);
  const numbers = Array.from({ length: 40 }, (_, i) => ({ label: String(i), set: { shown: i } }));
  const factors = [{ name: 'N', levels: numbers }];
  const questions = { bench: 'lab-80', split: 'test', part: 'all' };
  const document = smallDocument({
    seeds,
    factors,
    questions,
    turns: 1,
    figure: { kind: 'table', rows: 'N', columns: 'turn' },
  });
  const { message } = await problemOf(countCells(document, shelf()));
  expect(message).toBe('The document asks for 320,000 cells; the lab takes 100,000 at most.');
});
