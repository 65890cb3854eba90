import * as v from 'valibot';
import { readLines } from './json-lines.ts';

const Pair = v.strictObject({
  query: v.string(),
  answer: v.string(),
  category: v.optional(v.string()),
});
/** A demonstration that a document writes out. */
export type WrittenPair = v.InferOutput<typeof Pair>;

/** How a demonstration is written on a line, for readers. */
export const pairForm = '{"query": "…", "answer": "…"}';

/** Reads demonstrations, one JSON object a line. @throws Problem 'bad-input' that names the line */
export const readPairs = (text: string): WrittenPair[] => readLines(text, Pair, null, pairForm);

export const writePairs = (pairs: readonly WrittenPair[]): string =>
  pairs.map((pair) => JSON.stringify(pair)).join('\n');
