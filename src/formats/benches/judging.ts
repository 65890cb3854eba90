import * as v from 'valibot';
import { check, filled, finite, form, has, text, whole, type Fields } from './form.ts';
import type { DifficultySet, JudgePrompt } from './types.ts';

/** FastChat's judge_prompts.jsonl. */
const Prompt = v.object({
  name: filled,
  type: v.picklist(['single', 'pairwise']),
  system_prompt: v.nullish(text, ''),
  prompt_template: filled,
  description: v.nullish(text, ''),
  category: v.nullish(text, ''),
  output_format: v.nullish(text, ''),
});

function readPrompt(fields: Fields): JudgePrompt {
  const row = check(Prompt, fields);
  return {
    name: row.name,
    type: row.type,
    system: row.system_prompt ?? '',
    template: row.prompt_template,
    description: row.description ?? '',
    category: row.category ?? '',
    output: row.output_format ?? '',
  };
}

export const judgePrompts = form({
  kind: 'judge-prompts',
  recognised: 'Prompts for judges',
  fits: (fields) => has(fields, 'name', 'prompt_template'),
  read: readPrompt,
  key: ({ name }) => name,
  gather: (prompts) => ({ kind: 'judge-prompts', prompts }),
});

/** Of each of AlpacaEval's instructions: what its length-controlled win rate takes out. */
const Difficulty = v.object({
  index: v.pipe(whole, v.minValue(0)),
  instruction: v.nullish(text, ''),
  instruction_difficulty: finite,
});

function readDifficulty(fields: Fields): DifficultySet['difficulties'][number] {
  const { index, instruction, instruction_difficulty: difficulty } = check(Difficulty, fields);
  return { index, instruction: instruction ?? '', difficulty };
}

export const difficulties = form({
  kind: 'difficulties',
  recognised: 'Difficulties of AlpacaEval’s instructions',
  fits: (fields) => has(fields, 'index', 'instruction_difficulty'),
  read: readDifficulty,
  key: ({ index }) => String(index),
  gather: (rows) => ({ kind: 'difficulties', difficulties: rows }),
});
