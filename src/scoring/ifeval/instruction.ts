import * as v from 'valibot';
import { issueText } from '../../domain/issue.ts';

/** Whether a response follows an instruction. Pure, never throws, in time linear in the response. */
export type Check = (response: string) => boolean;

/** One type of instruction: what it needs to be told, and its check. */
export interface InstructionType {
  /** The check, or what is wrong with the kwargs, naming the field: "num_words: Expected >=0 but received -1". */
  ready(kwargs: Readonly<Record<string, unknown>>): { check: Check } | { issue: string };
}

/**
 * @param entries the kwargs' schema, field by field; any other field is refused
 * @param make the check for kwargs that passed
 * @param unfit what two fields together make impossible, naming one of them
 */
export function instruction<E extends v.ObjectEntries>(
  entries: E,
  make: (kwargs: v.InferOutput<v.StrictObjectSchema<E, undefined>>) => Check,
  unfit: (kwargs: v.InferOutput<v.StrictObjectSchema<E, undefined>>) => string | null = () => null,
): InstructionType {
  const schema = v.strictObject(entries);
  return {
    ready: (kwargs) => {
      const parsed = v.safeParse(schema, kwargs);
      if (!parsed.success) return { issue: issueText(parsed.issues[0]) };
      const issue = unfit(parsed.output);
      return issue === null ? { check: make(parsed.output) } : { issue };
    },
  };
}

/** An instruction that needs to be told nothing. */
export const plain = (check: Check): InstructionType => instruction({}, () => check);

/** Instructions by id, without the language's prefix: "keywords:existence". */
export type InstructionTypes = Readonly<Record<string, InstructionType>>;

/** A phrase to look for: some character that is not white space. */
export const Phrase = v.pipe(v.string(), v.maxLength(5000), v.regex(/\S/, 'Expected a text'));
export const Phrases = v.pipe(v.array(Phrase), v.minLength(1), v.maxLength(200));
/** A number of things to be counted. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Which of several things: the first is 1. */
export const Ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));

const relations = {
  'less than': (n: number, limit: number) => n < limit,
  'at least': (n: number, limit: number) => n >= limit,
  'moins de': (n: number, limit: number) => n < limit,
  'au moins': (n: number, limit: number) => n >= limit,
  'como máximo': (n: number, limit: number) => n <= limit,
  'al menos': (n: number, limit: number) => n >= limit,
};
/** How a count stands to its limit, in the words of the three languages; "como máximo" alone includes it. */
export const Relation = v.picklist(Object.keys(relations) as (keyof typeof relations)[]);
export type Relation = v.InferOutput<typeof Relation>;
export const holds = (count: number, relation: Relation, limit: number): boolean =>
  relations[relation](count, limit);
