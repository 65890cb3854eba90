import { expect, it } from 'vitest';
import * as v from 'valibot';
import { JudgePrompt } from '../../domain/judgment.ts';
import { named, sharedData, sharedLines } from '../testing/shared-data.ts';
import { choosePrompt, openingOf, showsReference } from './choose-prompt.ts';
import { fillPrompt } from './fill.ts';

interface Row {
  question_id: number;
  model: string;
  judge: [string, string];
  user_prompt: string;
  turn: 1 | 2;
}
interface Question {
  question_id: number;
  category: string;
  turns: string[];
}
interface Answer {
  question_id: number;
  choices: { turns: string[] }[];
}

it.skipIf(!sharedData)(named('writes FastChat’s prompts letter by letter'), () => {
  const lines = <T>(file: string) => sharedLines<T>(`mt_bench/${file}.jsonl`);
  const prompts = lines<unknown>('judge_prompts').map((line) => v.parse(JudgePrompt, line));
  const byId = <T extends { question_id: number }>(list: T[]) =>
    new Map(list.map((one) => [one.question_id, one]));
  const questions = byId(lines<Question>('question'));
  const references = byId(lines<Answer>('reference_answer_gpt-4'));
  const answers = byId(lines<Answer>('model_answer_Meta-Llama-3-8B-Instruct-Normal'));
  let same = 0;
  for (const row of lines<Row>('model_judgment_gpt-4_single-origin')) {
    if (!row.model.endsWith('-Normal')) continue;
    const question = questions.get(row.question_id) as Question;
    const right = references.get(row.question_id)?.choices[0]?.turns;
    const known = question.turns.map((_, i) => right?.[i] ?? null).slice(0, row.turn);
    const reference = showsReference(question.category, known);
    const prompt = choosePrompt(prompts, { pair: false, turns: row.turn, reference });
    expect(prompt.name).toBe(row.judge[1]);
    expect(openingOf(prompt)).toBe('Rating: [[');
    const turns = (answers.get(row.question_id) as Answer).choices[0]?.turns ?? [];
    const filled = fillPrompt(prompt, {
      questions: question.turns.slice(0, row.turn),
      references: reference ? known.map((text) => text ?? '') : null,
      answers: [turns.slice(0, row.turn)],
    });
    if (filled === row.user_prompt) same++;
  }
  expect(same).toBe(170);
});
