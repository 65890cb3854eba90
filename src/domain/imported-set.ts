import * as v from 'valibot';

const text = v.string();
const filled = v.pipe(text, v.minLength(1, 'it is empty'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a file of a benchmark can hold; src/formats/benches/types.ts says what each is. */
export const SetKind = v.picklist([
  'questions',
  'references',
  'answers',
  'judgments',
  'judge-prompts',
  'difficulties',
  'pool',
  'prompt',
]);
export type SetKind = v.InferOutput<typeof SetKind>;

/** A file that was imported, as a list shows it; its content is stored beside it under the same id. */
export const ImportedSet = v.object({
  schema: v.literal(1),
  /** SHA-256 of the content (src/formats/benches/identity.ts): a document that names it names exactly this. */
  id: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
  name: filled,
  kind: SetKind,
  /** What it was recognised as, for people: "MT-Bench questions". */
  recognised: text,
  /** Its records: questions, answers, judgments. */
  count,
  /** Of questions that are all in one: its two-letter code. */
  language: v.nullable(text),
  licence: v.nullable(filled),
  /** Where it is from: an address, a data set's name on the hub, or the file's name. */
  source: v.nullable(filled),
  createdAt: v.pipe(text, v.isoTimestamp()),
});
export type ImportedSet = v.InferOutput<typeof ImportedSet>;
