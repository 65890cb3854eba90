import { expect, it } from 'vitest';
import type { ArmCell } from '../../../../domain/cell.ts';
import { promptText, renderPrompt } from '../../../../domain/prompt.ts';
import { recipesOf } from '../../../../experiments/plan/ground.ts';
import type { ResultRow } from '../../../../experiments/results/results.ts';
import { shelf } from '../../../../experiments/testing/world.ts';
import { sampleResults } from '../testing/sample-results.ts';
import { earlierAnswer, promptParts, turnsOf } from './prompt-parts.ts';

const results = await sampleResults();
const [round] = results.rounds;
if (!round) throw new Error('no round');
const recipes = await recipesOf(results.document, round, shelf());

/** A row with its cell as a run would have stored it: recipe and live text of the very prompt. */
async function stored(arm: string, turn: 1 | 2) {
  const row = results.rows.find(
    (each) => each.arm.label === arm && each.planned.turn === turn && each.cell?.kind === 'answer',
  ) as ResultRow;
  const recipe = await recipes.recipeOf(
    row.planned.arm,
    row.arm.setting,
    row.item,
    row.planned.seed,
  );
  const earlier = earlierAnswer(results.rows, row);
  const whole = promptText(renderPrompt(recipe.recipe, turnsOf(row, earlier)));
  const live = whole.slice(recipe.text.length);
  const cell = { ...(row.cell as ArmCell), prompt: { recipe: recipe.hash, live, length: 1 } };
  return { row, recipe, cell, earlier, whole };
}

it('tells rules, demonstrations and turns apart, and loses no letter', async () => {
  const { row, recipe, cell, earlier, whole } = await stored('URIAL', 2);
  const parts = promptParts(row, cell, recipe.text, recipe, earlier);
  expect(parts.known).toBe(true);
  expect(promptText(parts.segments)).toBe(whole);
  expect(parts.segments.map(({ kind }) => kind)).toEqual([
    'rules',
    ...['demonstration', 'demonstration', 'demonstration'],
    ...['history', 'query'],
  ]);
  expect(earlier).toMatch(/^answer \d+$/);
  expect(parts.recipe).toEqual(recipe.recipe);
});

it('shows what was stored where the lab writes another recipe now', async () => {
  const { row, recipe, cell, whole } = await stored('URIAL', 1);
  for (const written of [{ ...recipe, hash: 'f'.repeat(64) }, null]) {
    const parts = promptParts(row, cell, recipe.text, written, null);
    expect(parts).toMatchObject({ known: false, recipe: null });
    expect(promptText(parts.segments)).toBe(whole);
  }
});

it('shows the live part alone where nothing stands before it', async () => {
  const { row, recipe, cell, whole } = await stored('bare', 1);
  const parts = promptParts(row, cell, undefined, recipe, null);
  expect(parts.segments).toEqual([{ kind: 'query', text: whole }]);
});

it('takes a second turn’s own first answer, and none where it failed', () => {
  const failed = results.rows.find(({ cell }) => cell?.kind === 'failed') as ResultRow;
  const after = results.rows.find(
    ({ planned: { arm, item, seed, turn } }) =>
      turn === 2 &&
      arm === failed.planned.arm &&
      item === failed.planned.item &&
      seed === failed.planned.seed,
  ) as ResultRow;
  expect(earlierAnswer(results.rows, after)).toBeNull();
});
