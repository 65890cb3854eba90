import * as v from 'valibot';
import { IfevalTask } from '../../domain/ifeval.ts';
import { issueText } from '../../domain/issue.ts';
import { Problem } from '../../domain/problem.ts';
import { Conversation, Preference } from '../../domain/training/conversation.ts';
import { UrialSpelling } from '../urial-file.ts';
import type * as types from './types.ts';

const text = v.string();
const texts = v.array(text);
const filled = v.pipe(text, v.minLength(1));
const number = v.pipe(v.number(), v.finite());
const flags = v.nullable(v.array(v.boolean()));
const pairOf = <S extends v.GenericSchema>(of: S) => v.tuple([of, of]);
const turn = v.picklist([1, 2]);

const Item = v.object({
  id: filled,
  category: text,
  language: v.nullable(text),
  turns: v.pipe(
    v.array(v.object({ query: filled, reference: v.nullable(text) })),
    v.minLength(1),
    v.maxLength(2),
  ),
  ifeval: v.exactOptional(IfevalTask),
});

const Questions = v.object({
  kind: v.literal('questions'),
  bench: v.picklist(['mt-bench', 'alpaca-eval', 'ifeval', 'just-eval', 'other']),
  name: text,
  language: v.nullable(text),
  licence: v.nullable(text),
  source: v.nullable(text),
  items: v.pipe(v.array(Item), v.minLength(1)),
});

const References = v.object({
  kind: v.literal('references'),
  references: v.array(v.object({ id: text, system: text, turns: texts })),
});

const Answers = v.object({
  kind: v.literal('answers'),
  form: v.picklist(['fastchat', 'alpaca-eval', 'ifeval', 'just-eval', 'lm-eval']),
  answers: v.array(
    v.object({
      id: text,
      system: text,
      turns: texts,
      query: v.exactOptional(text),
      part: v.exactOptional(v.nullable(text)),
      ifeval: v.exactOptional(v.object({ instructions: texts, strict: flags, loose: flags })),
    }),
  ),
});

const Winner = v.picklist(['first', 'second', 'tie', 'error']);
const told = { id: text, judge: pairOf(text), turn, time: v.nullable(number) };
const rows = {
  single: v.object({
    form: v.literal('single'),
    ...told,
    system: text,
    prompt: text,
    judgment: text,
    score: number,
  }),
  pair: v.object({
    form: v.literal('pair'),
    ...told,
    systems: pairOf(text),
    winners: pairOf(Winner),
    judgments: pairOf(text),
  }),
  preference: v.object({
    form: v.literal('preference'),
    id: text,
    instruction: text,
    outputs: pairOf(text),
    systems: pairOf(text),
    judge: text,
    preference: v.nullable(number),
    part: v.nullable(text),
  }),
  aspects: v.object({
    form: v.literal('aspects'),
    id: text,
    query: text,
    answer: text,
    system: text,
    judge: text,
    aspects: v.record(text, v.object({ score: v.union([number, v.literal('N/A')]), reason: text })),
  }),
};

const judged = v.literal('judgments');
const Judgments = v.variant('form', [
  v.object({ kind: judged, form: v.literal('single'), judgments: v.array(rows.single) }),
  v.object({ kind: judged, form: v.literal('pair'), judgments: v.array(rows.pair) }),
  v.object({ kind: judged, form: v.literal('preference'), judgments: v.array(rows.preference) }),
  v.object({ kind: judged, form: v.literal('aspects'), judgments: v.array(rows.aspects) }),
]);

const JudgePrompts = v.object({
  kind: v.literal('judge-prompts'),
  prompts: v.array(
    v.object({
      name: filled,
      type: v.picklist(['single', 'pairwise']),
      system: text,
      template: filled,
      description: text,
      category: text,
      output: text,
    }),
  ),
});

const Difficulties = v.object({
  kind: v.literal('difficulties'),
  difficulties: v.array(v.object({ index: number, instruction: text, difficulty: number })),
});

const exchange = v.array(v.object({ query: text, answer: text }));
const Pool = v.object({
  kind: v.literal('pool'),
  data: v.object({
    container: v.picklist(['json', 'jsonl', 'csv', 'urial', 'pasted']),
    shapes: v.array(v.picklist(['pair', 'alpaca', 'sharegpt', 'messages', 'preference'])),
    set: v.variant('method', [
      v.object({
        method: v.literal('sft'),
        examples: v.array(v.object({ place: text, example: Conversation })),
      }),
      v.object({
        method: v.literal('dpo'),
        examples: v.array(v.object({ place: text, example: Preference })),
      }),
    ]),
    problems: v.array(v.object({ place: text, message: text, remedy: text })),
    notes: texts,
  }),
});

const Prompt = v.object({
  kind: v.literal('prompt'),
  file: v.object({
    rules: text,
    pairs: exchange,
    variant: v.picklist(['urial-fenced', 'urial-chat']),
    spelling: UrialSpelling,
    warnings: texts,
  }),
});

const Content: v.GenericSchema<unknown, types.BenchContent> = v.variant('kind', [
  Questions,
  References,
  Answers,
  Judgments,
  JudgePrompts,
  Difficulties,
  Pool,
  Prompt,
]);

/**
 * A set's content as it was stored, or as another program gave it, checked.
 * @param name of the set, for messages
 * @throws Problem 'file-damaged' that names the field
 */
export function readContent(stored: unknown, name: string): types.BenchContent {
  const { success, output, issues } = v.safeParse(Content, stored);
  if (success) return output;
  throw new Problem({
    code: 'file-damaged',
    message: `The set “${name}” cannot be read. ${issueText(issues[0])}`,
    remedy: 'Import its file again, under “Benchmarks”. Nothing else is touched by it.',
  });
}
