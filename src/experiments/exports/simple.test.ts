import { expect, it } from 'vitest';
import * as v from 'valibot';
import { breathing } from '../../domain/breathing.ts';
import { fileNamed, linesOf, textOf } from '../../formats/exports/testing/read.ts';
import {
  AlpacaOutputs,
  FastChatAnswerLine,
  FastChatJudgmentLine,
  FastChatQuestionLine,
  IfevalResponses,
} from '../../formats/exports/testing/simple-schemas.ts';
import type { Results } from '../results/results.ts';
import { exportAlpaca } from './alpaca.ts';
import { exportFastChat } from './fastchat.ts';
import { exportIfeval } from './ifeval.ts';
import { ifevalReason } from './reasons.ts';
import { sampleSource } from './testing/sample-source.ts';

const source = sampleSource();

it('FastChat: questions, answers with seeds as choices, blind ratings as judgments', async () => {
  const files = await exportFastChat(source, breathing());
  const questions = v.parse(
    v.array(FastChatQuestionLine),
    linesOf(fileNamed(files, 'question.jsonl')),
  );
  expect(questions.map(({ question_id }) => question_id)).toEqual([
    'item-0',
    'item-1',
    'item-2',
    'item-3',
  ]);
  expect(questions[0]).toMatchObject({
    category: 'math',
    turns: ['item-0, turn 1?', 'item-0, turn 2?'],
    reference: ['is 1', 'is 2'],
  });
  const answers = (name: string) =>
    v.parse(v.array(FastChatAnswerLine), linesOf(fileNamed(files, `model_answer/${name}.jsonl`)));
  const bare = answers('m · bare');
  expect(bare.map(({ choices }) => choices.map(({ index }) => index))).toEqual([
    [0],
    [0],
    [0],
    [0],
  ]);
  expect(bare[1]?.choices[0]?.turns[1]).toMatch(/^4 of 0\/0\/1\/2$/);
  // what failed or is to come is no answer: item-0 without its second seed, item-1 and item-2 not at all
  const urial = answers('m · URIAL');
  expect(urial.map(({ question_id }) => question_id)).toEqual(['item-0', 'item-3']);
  expect(urial.map(({ choices }) => choices.map(({ index }) => index))).toEqual([[0], [0, 1]]);
  expect(textOf(fileNamed(files, 'model_answer/m · URIAL.jsonl'))).not.toMatch(/ERROR|ended/);
  const judged = linesOf(fileNamed(files, 'model_judgment/human_Ada_Eve_single.jsonl'));
  expect(v.parse(v.array(FastChatJudgmentLine), judged)).toEqual([
    expect.objectContaining({
      question_id: 'item-0',
      model: 'm · URIAL',
      judge: ['human:Ada/Eve', 'blind-rating-1-10'],
      score: 8,
      turn: 1,
      judgment: '[[8]]',
    }),
  ]);
  expect(files).toHaveLength(4);
});

it('FastChat: ids of digits are numbers, a language has a file of its own', async () => {
  const numbered = sampleSource((results) => {
    const ids = (item: Results['rows'][number]['item']) => ({
      ...item,
      id: item.id === 'item-0' ? '81' : item.id === 'item-1' ? '081' : item.id,
      turns: { ...item.turns, fr: item.turns.en ?? [] },
    });
    const rows = results.rows.map((row) => ({
      ...row,
      item: ids(row.item),
      arm:
        row.arm.label === 'URIAL'
          ? { ...row.arm, setting: { ...row.arm.setting, language: 'fr' } }
          : row.arm,
    }));
    const rounds = results.rounds.map((round) => ({
      ...round,
      items: round.items.map(ids),
      arms: round.arms.map((arm) =>
        arm.label === 'URIAL' ? { ...arm, setting: { ...arm.setting, language: 'fr' } } : arm,
      ),
    }));
    return { ...results, rounds, rows };
  });
  const files = await exportFastChat(numbered, breathing());
  const [first, second] = linesOf(fileNamed(files, 'question_en.jsonl')) as {
    question_id: unknown;
  }[];
  expect([first?.question_id, second?.question_id]).toEqual([81, '081']);
  expect(linesOf(fileNamed(files, 'question_fr.jsonl'))).toHaveLength(4);
});

it('AlpacaEval: first answers of one generator a file, a seed each where seeds differ', async () => {
  const files = await exportAlpaca(source, breathing());
  expect(files.map(({ name }) => name)).toEqual([
    'm · bare/model_outputs.json',
    'm · URIAL · seed 1/model_outputs.json',
    'm · URIAL · seed 2/model_outputs.json',
  ]);
  const [bare = [], , second = []] = files.map((file) =>
    v.parse(AlpacaOutputs, JSON.parse(textOf(file))),
  );
  expect(bare).toHaveLength(4);
  expect(bare[0]).toEqual({
    dataset: 'math',
    instruction: 'item-0, turn 1?',
    output: '4 of 0/0/0/1',
    generator: 'm · bare',
  });
  // its second turn failed, the first did not
  expect(second.map(({ instruction }) => instruction)).toEqual([
    'item-0, turn 1?',
    'item-3, turn 1?',
  ]);
});

it('IFEval: responses to the prompts that it can check, and to no others', async () => {
  expect(ifevalReason(source.results)).toMatch(/no question/);
  const checked = sampleSource((results) => {
    const withRules = (item: Results['rows'][number]['item']) => {
      if (item.id === 'item-1') return item;
      const turns = (item.turns.en ?? []).map((turn) => ({
        ...turn,
        ifeval: { instructions: [{ id: 'punctuation:no_comma', kwargs: {} }] },
      }));
      return { ...item, turns: { en: turns } };
    };
    return {
      ...results,
      rounds: results.rounds.map((round) => ({ ...round, items: round.items.map(withRules) })),
      rows: results.rows.map((row) => ({ ...row, item: withRules(row.item) })),
    };
  });
  expect(ifevalReason(checked.results)).toBeNull();
  const files = await exportIfeval(checked, breathing());
  const [bare, first] = files.map((file) => v.parse(IfevalResponses, linesOf(file)));
  expect(bare?.map(({ prompt }) => prompt)).toEqual(
    [0, 2, 3].map((number) => `item-${number}, turn 1?`),
  );
  expect(first?.map(({ prompt }) => prompt)).toEqual(['item-0, turn 1?', 'item-3, turn 1?']);
  expect(files[1]?.name).toBe('input_response_data_m · URIAL · seed 1.jsonl');
});
