import { expect, it } from 'vitest';
import { promptText, renderPrompt } from '../../domain/prompt.ts';
import { smallDocument } from '../testing/documents.ts';
import { models, shelf } from '../testing/world.ts';
import { mayBeCut, memoryOf, timeOf, tooLong } from './estimate.ts';
import type { Pace } from './pace.ts';
import { planRound, wholeRound } from './plan-round.ts';
import { surveyPrompts, type Tokens } from './survey.ts';
import { workOf } from './work.ts';

/** A token a character: what is counted can then be counted by hand. */
const letters: Tokens = {
  tokenize: ({ texts }) => Promise.resolve(texts.map((text) => Array.from(text, () => 1))),
  renderChat: ({ messages }) => Promise.resolve(messages.map(({ content }) => content).join('')),
};

async function surveyed(more: Record<string, unknown> = {}) {
  const document = smallDocument(more);
  const planned = await planRound(document, wholeRound('e', document), {
    models: models(),
    shelf: shelf(),
  });
  const survey = await surveyPrompts(planned, () => Promise.resolve(letters));
  return { ...planned, survey };
}

const pace: Pace = {
  reading: 1000,
  writing: 100,
  load: 500,
  caches: { perPosition: 10, allowed: 1e9 },
};

it('finds the longest prompt of every arm and turn, and counts it exactly', async () => {
  const { round, recipes, survey } = await surveyed();
  for (const arm of [0, 1]) {
    const lengths = await Promise.all(
      round.cells
        .filter((cell) => cell.arm === arm && cell.turn === 1)
        .map(async ({ item: number, seed }) => {
          const item = round.items[number] as (typeof round.items)[number];
          const { setting } = round.arms[arm] as (typeof round.arms)[number];
          const { recipe } = await recipes.recipeOf(arm, setting, item, seed);
          const query = item.turns.en?.[0]?.query ?? '';
          return promptText(renderPrompt(recipe, [{ query, answer: null }])).length;
        }),
    );
    expect(survey.prompts(arm, 1)?.longest).toBe(Math.max(...lengths));
  }
});

it('counts a first answer of any length into a second turn', async () => {
  const { survey } = await surveyed();
  const second = survey.prompts(1, 2);
  expect(second?.longest).toBe((second?.least ?? 0) + 8);
  expect(second?.mean).toBeGreaterThan(survey.prompts(1, 1)?.mean ?? Infinity);
});

it('counts each key once, what a block shares once, and only what is left to do', async () => {
  const { round, survey } = await surveyed({ turns: 1 });
  const keys = new Set(round.cells.map(({ key }) => key));
  const all = workOf(round, survey, () => true);
  expect(all.cells).toBe(keys.size);
  expect(all.answerTokens).toBe(keys.size * 8);
  const [{ reading, writing } = { reading: NaN, writing: NaN }] = all.models.values();
  expect(writing).toBe(all.answerTokens);
  // both seeds of the arm with demonstrations have a recipe of their own: each is read once
  const recipe = survey.prompts(1, 1)?.recipe ?? 0;
  const ofDemonstrations = new Set(round.cells.filter(({ arm }) => arm === 1).map(({ key }) => key))
    .size;
  expect(reading).toBeCloseTo(all.promptTokens - (ofDemonstrations - 2) * recipe);

  const [first = ''] = keys;
  const rest = workOf(round, survey, (key) => key !== first);
  expect(rest.cells).toBe(keys.size - 1);
  expect(workOf(round, survey, () => false)).toMatchObject({ cells: 0, promptTokens: 0 });
});

it('reads likelihoods and writes nothing for them', async () => {
  const { round, survey } = await surveyed({
    turns: 1,
    scorers: [{ kind: 'lab-80' }, { kind: 'likelihood', of: { arm: { arm: 'bare' } } }],
  });
  const likelihoods = new Set(
    round.cells.filter(({ kind }) => kind === 'likelihood').map(({ key }) => key),
  );
  const work = workOf(round, survey, (key) => likelihoods.has(key));
  expect(work.cells).toBe(likelihoods.size);
  expect(work.answerTokens).toBe(0);
  const [{ reading } = { reading: NaN }] = work.models.values();
  expect(reading).toBeGreaterThanOrEqual(8 * likelihoods.size);
});

it('names arms whose prompts have no room, and those whose answers may be cut', async () => {
  const { round, survey } = await surveyed();
  const longest = survey.prompts(1, 2)?.least ?? 0;
  expect(tooLong(round, survey, [9999, 9999])).toEqual([]);
  expect(tooLong(round, survey, [9999, longest + 1])).toEqual([]);
  expect(tooLong(round, survey, [9999, longest])).toEqual([
    { arm: 1, label: 'URIAL', tokens: longest, context: longest },
  ]);
  expect(mayBeCut(round, survey, [9999, longest + 1])).toEqual(['URIAL']);
  expect(mayBeCut(round, survey, [9999, longest + 16])).toEqual([]);
});

it('takes time by the pace of each model, and is silent where one is not known', () => {
  const work = {
    models: new Map([
      ['a', { reading: 2000, writing: 100 }],
      ['b', { reading: 0, writing: 50 }],
    ]),
  };
  expect(timeOf(work, () => pace)).toBe(500 + 2000 + 1000 + 500 + 500);
  expect(timeOf(work, (name) => (name === 'a' ? pace : undefined))).toBeNull();
});

it('takes the memory of the files and of the rows at work, never more than is allowed', async () => {
  const { round, survey, asks } = await surveyed({ turns: 1 });
  const bytes = asks[0]?.bytes ?? NaN;
  const rows = round.cells.length;
  const positions = (survey.prompts(1, 1)?.longest ?? 0) + 8;
  const long = asks.map((model) => ({ ...model, contextLength: 1e6 }));
  expect(memoryOf(round, survey, long, () => pace)).toBe(bytes + rows * positions * 10);
  expect(memoryOf(round, survey, long, () => undefined)).toBe(bytes);
  const little = { ...pace, caches: { perPosition: 10, allowed: 77 } };
  expect(memoryOf(round, survey, long, () => little)).toBe(bytes + 77);
});
