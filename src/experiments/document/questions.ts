import * as v from 'valibot';
import { JudgePrompt } from '../../domain/judgment.ts';
import { categories } from '../../scoring/lab-80/schema.ts';

const text = v.pipe(v.string(), v.minLength(1));

export const GivenTurn = v.strictObject({
  query: text,
  /** A right answer, where there is one to compare with. */
  reference: v.optional(v.nullable(v.string()), null),
});

/** A question of the reader's own. */
export const GivenQuestion = v.strictObject({
  id: text,
  category: v.optional(v.string(), ''),
  turns: v.pipe(v.array(GivenTurn), v.minLength(1), v.maxLength(2)),
});
export type GivenQuestion = v.InferOutput<typeof GivenQuestion>;

/** What is asked. */
export const Questions = v.variant('bench', [
  v.strictObject({
    /** The bundled bench: ../scoring/lab-80/README.md. */
    bench: v.literal('lab-80'),
    split: v.picklist(['test', 'dev']),
    /** Items about the small world, items that only their own demonstrations answer, or both. */
    part: v.picklist(['world', 'context', 'all']),
    categories: v.optional(v.pipe(v.array(v.picklist(categories)), v.minLength(1))),
    /** So many items, spread evenly over those that fit; absent for all. */
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.strictObject({
    bench: v.literal('given'),
    items: v.pipe(v.array(GivenQuestion), v.minLength(1), v.maxLength(10_000)),
  }),
  v.strictObject({
    /** A set of questions of this machine's library: MT-Bench, IFEval, and the like. */
    bench: v.literal('imported'),
    /** SHA-256 of its content: these very questions, and no others. */
    set: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is the SHA-256 of an imported set')),
    /** What it is called, for readers who do not have it. */
    name: text,
    categories: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
    /** So many items, spread evenly over those that fit; absent for all. */
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
]);
export type Questions = v.InferOutput<typeof Questions>;
export type ImportedQuestions = Extract<Questions, { bench: 'imported' }>;

const Pair = v.strictObject({
  query: v.string(),
  answer: v.string(),
  category: v.optional(v.string(), ''),
});

/** What prompts are made of; what is absent is the lab's own, in the language asked for. */
export const MaterialChoice = v.strictObject({
  rules: v.optional(v.string()),
  /** The fixed block of demonstrations, URIAL's three. */
  curated: v.optional(v.array(Pair)),
  pool: v.optional(v.union([v.picklist(['high', 'degraded']), v.array(Pair)]), 'high'),
  /** What judges are told where the lab's own prompts are not wanted. */
  judgePrompts: v.optional(v.pipe(v.array(JudgePrompt), v.minLength(1), v.maxLength(100))),
});
export type MaterialChoice = v.InferOutput<typeof MaterialChoice>;
