import * as v from 'valibot';
import { Fault } from '../training/found.ts';
import { answerFields } from '../training/record.ts';
import { check, filled, finite, form, has, Id, stem, text, whole, type Fields } from './form.ts';
import { sharedLanguage, languageOf } from './language.ts';
import type { BenchItem, BenchName, BenchTurn, QuestionSet } from './types.ts';

const Language = v.object({ lang: v.nullish(text), language: v.nullish(text) });

/** FastChat's question.jsonl; the hub's copies of MT-Bench call its turns `prompt`, and its ids `prompt_id`. */
const MtBench = v.object({
  id: Id,
  category: v.nullish(text, ''),
  turns: v.pipe(v.array(filled), v.minLength(1), v.maxLength(2, 'the lab asks two turns at most')),
  reference: v.nullish(v.array(v.nullish(text)), []),
  ...Language.entries,
});

/** A turn with its reference; an empty one is none. */
const turnOf = (query: string, reference: string | null | undefined): BenchTurn => ({
  query,
  reference: reference != null && reference.trim() !== '' ? reference : null,
});

function readMtBench(fields: Fields): BenchItem {
  const { question_id: own, prompt_id: hub, turns, prompt } = fields;
  const named = { ...fields, id: own ?? hub, turns: turns ?? prompt };
  const { id, category, turns: queries, reference, ...told } = check(MtBench, named);
  const references = reference ?? [];
  if (references.length > queries.length)
    throw new Fault(`reference: ${references.length} stand here, for ${queries.length} turns`);
  return {
    id,
    category: category ?? '',
    language: languageOf(told, id),
    turns: queries.map((query, i) => turnOf(query, references[i])),
  };
}

/** The lab's own lines, and lists of prompts under any of their usual names. */
const Turn = v.object({ query: filled, reference: v.nullish(text) });
const Plain = v.object({
  id: v.nullish(Id),
  category: v.nullish(text),
  turns: v.pipe(v.array(Turn), v.minLength(1), v.maxLength(2, 'the lab asks two turns at most')),
  ...Language.entries,
});
const queries = ['query', 'prompt', 'question', 'instruction', 'input'] as const;
const references = ['reference', 'target', 'reference_answer'] as const;

const asks = (fields: Fields): string | undefined => queries.find((name) => has(fields, name));
const isEmpty = (value: unknown): boolean =>
  value == null || value === '' || value === 'N/A' || value === 'None';

/** Whether a record answers what it asks: then it is no question. */
export const answers = (fields: Fields): boolean =>
  answerFields.some((name) => has(fields, name) && !isEmpty(fields[name]));

function readPlain(fields: Fields, index: number): BenchItem {
  const name = asks(fields);
  const reference = references.find((field) => has(fields, field));
  const one = { query: name && withInput(fields, name), reference: reference && fields[reference] };
  if (!has(fields, 'turns') && name !== undefined && typeof fields[name] !== 'string')
    throw new Fault(`${name}: Expected a text`);
  const { key, question_id: question, prompt_id: prompt, dataset, category } = fields;
  const { id, turns, ...told } = check(Plain, {
    ...fields,
    id: fields.id ?? question ?? prompt ?? key,
    category: category ?? dataset,
    turns: fields.turns ?? [one],
  });
  return {
    id: id ?? String(index),
    category: told.category ?? '',
    language: languageOf(told, id ?? ''),
    turns: turns.map(({ query, reference }) => turnOf(query, reference)),
  };
}

/** Alpaca's question is the instruction and, below it, what it is about. */
function withInput(fields: Fields, name: string): unknown {
  const { input, instruction } = fields;
  const about = name === 'instruction' && typeof input === 'string' && input.trim() !== '';
  return about && typeof instruction === 'string' ? `${instruction}\n\n${input}` : fields[name];
}

/** IFEval's input_data.jsonl, and the sets in other languages with ids such as "es:punctuation:no_comma". */
const Argument = v.union(
  [text, finite, v.boolean(), v.array(text)],
  'Expected a text, a number, or a list of texts',
);
const Ifeval = v.object({
  key: v.nullish(v.union([whole, filled])),
  prompt: filled,
  instruction_id_list: v.pipe(v.array(filled), v.minLength(1)),
  kwargs: v.array(v.record(text, v.nullable(Argument))),
});

export function readIfeval(fields: Fields, index: number): BenchItem {
  const { key, prompt, instruction_id_list: ids, kwargs } = check(Ifeval, fields);
  if (kwargs.length !== ids.length)
    throw new Fault(`kwargs: ${kwargs.length} stand here, for ${ids.length} instructions`);
  const instructions = ids.map((id, i) => ({
    id,
    kwargs: Object.fromEntries(
      Object.entries(kwargs[i] ?? {}).filter(([, value]) => value !== null),
    ),
  }));
  return {
    id: String(key ?? index),
    category: '',
    language: sharedLanguage(ids.map((id) => /^([a-z]{2}):/.exec(id)?.[1] ?? null)),
    turns: [turnOf(prompt, null)],
    ifeval: { instructions },
  };
}

const gatherAs =
  (bench: BenchName) =>
  (items: readonly BenchItem[], name: string): QuestionSet => ({
    kind: 'questions',
    bench,
    name: stem(name),
    language: sharedLanguage(items.map(({ language }) => language)),
    licence: null,
    source: null,
    items,
  });

const shared = { kind: 'questions', key: ({ id }: BenchItem) => id } as const;
const unanswered = (fields: Fields) => !answers(fields);

export const mtBenchQuestions = form({
  ...shared,
  recognised: 'MT-Bench questions',
  fits: (fields) =>
    (has(fields, 'question_id', 'turns') || (has(fields, 'prompt_id') && hasList(fields))) &&
    !has(fields, 'choices'),
  read: readMtBench,
  gather: gatherAs('mt-bench'),
});

const hasList = ({ prompt, turns }: Fields) => Array.isArray(prompt) || Array.isArray(turns);

export const ifevalQuestions = form({
  ...shared,
  recognised: 'IFEval prompts',
  fits: (fields) => has(fields, 'prompt', 'instruction_id_list') && unanswered(fields),
  read: readIfeval,
  gather: gatherAs('ifeval'),
});

export const justEvalQuestions = form({
  ...shared,
  recognised: 'Just-Eval questions',
  fits: (fields) => has(fields, 'instruction', 'source_id') && unanswered(fields),
  read: readPlain,
  gather: gatherAs('just-eval'),
});

export const alpacaQuestions = form({
  ...shared,
  recognised: 'AlpacaEval instructions',
  fits: (fields) => has(fields, 'instruction', 'dataset') && unanswered(fields),
  read: readPlain,
  gather: gatherAs('alpaca-eval'),
});

export const plainQuestions = form({
  ...shared,
  recognised: 'Questions',
  fits: (fields) =>
    (asks(fields) !== undefined || hasTurns(fields)) &&
    !has(fields, 'chosen') &&
    unanswered(fields),
  read: readPlain,
  gather: gatherAs('other'),
});

const hasTurns = ({ turns }: Fields) => Array.isArray(turns);
