import * as v from 'valibot';
import { Fault } from '../training/found.ts';
import { check, filled, form, has, Id, text, type Fields } from './form.ts';
import { answers as isAnswered } from './questions.ts';
import type { AnswerForm, AnswerSet, BenchAnswer, BenchReference } from './types.ts';

/** FastChat's answer files: the first choice is the answer, as FastChat's own judge takes it. */
const FastChat = v.object({
  question_id: Id,
  model_id: v.nullish(text, ''),
  choices: v.pipe(
    v.array(
      v.object({
        turns: v.pipe(
          v.array(text),
          v.minLength(1),
          v.maxLength(2, 'the lab knows two turns at most'),
        ),
      }),
    ),
    v.minLength(1),
  ),
});

function readFastChat(fields: Fields): BenchReference {
  const { question_id: id, model_id: system, choices } = check(FastChat, fields);
  return { id, system: system ?? '', turns: choices[0]?.turns ?? [] };
}

/** URIAL writes outputs as lists of one. */
const Output = v.union(
  [
    text,
    v.pipe(
      v.tuple([text]),
      v.transform(([only]) => only),
    ),
  ],
  'Expected a text',
);
const Alpaca = v.object({
  instruction: filled,
  output: Output,
  generator: v.nullish(text, ''),
  dataset: v.nullish(text),
});

function readAlpaca(fields: Fields, index: number): BenchAnswer {
  const { instruction, output, generator, dataset } = check(Alpaca, fields);
  return {
    id: String(index),
    system: generator ?? '',
    turns: [output],
    query: instruction,
    part: dataset ?? null,
  };
}

function readJustEval(fields: Fields, index: number): BenchAnswer {
  const id = has(fields, 'id') ? check(v.object({ id: Id }), fields).id : String(index);
  return { ...readAlpaca(fields, index), id };
}

const flags = v.nullish(v.array(v.boolean()));
/** IFEval's responses, and its results with what its checker found. */
const Ifeval = v.object({
  prompt: filled,
  response: text,
  model: v.nullish(text, ''),
  instruction_id_list: v.nullish(v.array(filled)),
  follow_instruction_list: flags,
  loose_follow_instruction_list: flags,
});

function readIfeval(fields: Fields, index: number): BenchAnswer {
  const row = check(Ifeval, fields);
  const { instruction_id_list: instructions } = row;
  const flagsOf = (name: 'follow_instruction_list' | 'loose_follow_instruction_list') => {
    const found = row[name] ?? null;
    if (found !== null && found.length !== instructions?.length)
      throw new Fault(
        `${name}: ${found.length} stand here, for ${instructions?.length ?? 0} instructions`,
      );
    return found;
  };
  const [strict, loose] = [
    flagsOf('follow_instruction_list'),
    flagsOf('loose_follow_instruction_list'),
  ];
  return {
    id: String(index),
    system: row.model ?? '',
    turns: [row.response],
    query: row.prompt,
    ...(instructions && { ifeval: { instructions, strict, loose } }),
  };
}

export const gatherAs =
  (of: AnswerForm) =>
  (answers: readonly BenchAnswer[]): AnswerSet => ({ kind: 'answers', form: of, answers });

/** Answers that stand twice are kept: who scores them says which counts. */
export function repeated(
  rows: readonly { readonly id: string; readonly system: string }[],
): string[] {
  const times = new Set(rows.map(({ id, system }) => JSON.stringify([system, id])));
  const more = rows.length - times.size;
  return more === 0
    ? []
    : [`${more} of the answers are to questions answered before; all are kept.`];
}

/**
 * MT-Bench's references are written like answers: known by the file's name, or by being to its questions of
 * math, reasoning and coding alone, which are the ones that have them (101 to 130).
 */
export const isReferences = (name: string, ids: readonly string[]): boolean =>
  /reference/i.test(name) ||
  ids.every((id) => {
    const number = Number(/^(\d+)(_[A-Z]{2})?$/.exec(id)?.[1]);
    return number >= 101 && number <= 130;
  });

export const fastChatAnswers = form<BenchReference>({
  kind: 'answers',
  recognised: 'Answers to MT-Bench',
  fits: (fields) => has(fields, 'question_id', 'choices'),
  read: readFastChat,
  gather: gatherAs('fastchat'),
  notes: repeated,
});

export const fastChatReferences = form<BenchReference>({
  kind: 'references',
  recognised: 'MT-Bench reference answers',
  fits: () => false, // told from answers by the file as a whole: `isReferences`
  read: readFastChat,
  key: ({ id }) => id,
  gather: (references) => ({ kind: 'references', references }),
});

export const justEvalAnswers = form({
  kind: 'answers',
  recognised: 'Just-Eval outputs',
  fits: (fields) =>
    has(fields, 'instruction', 'output', 'generator') &&
    (has(fields, 'source_id') || fields.datasplit === 'just_eval') &&
    isAnswered(fields),
  read: readJustEval,
  gather: gatherAs('just-eval'),
  notes: repeated,
});

export const alpacaAnswers = form({
  kind: 'answers',
  recognised: 'AlpacaEval outputs',
  fits: (fields) => has(fields, 'instruction', 'output', 'generator') && isAnswered(fields),
  read: readAlpaca,
  gather: gatherAs('alpaca-eval'),
});

/** A prompt and a response, and nothing else: else it may be a set to learn from. */
const ifevalFields = new Set(['prompt', 'response', 'key', 'model']);

export const ifevalAnswers = form({
  kind: 'answers',
  recognised: 'IFEval responses',
  fits: (fields) =>
    has(fields, 'prompt', 'response') &&
    (has(fields, 'instruction_id_list') ||
      Object.keys(fields).every((name) => ifevalFields.has(name))),
  read: readIfeval,
  gather: gatherAs('ifeval'),
});
