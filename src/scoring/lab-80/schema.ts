import * as v from 'valibot';

/** The eight categories of MT-Bench (arXiv 2306.05685), in miniature. */
export const categories = [
  'writing',
  'roleplay',
  'reasoning',
  'math',
  'coding',
  'extraction',
  'stem',
  'humanities',
] as const;

export const benchLanguages = ['en', 'es', 'fr'] as const;
export const BenchLanguage = v.picklist(benchLanguages);
export type BenchLanguage = v.InferOutput<typeof BenchLanguage>;

const text = v.pipe(v.string(), v.minLength(1));

/**
 * What makes an answer right, decided by a program. A phrase is one or more whole words; "2|two" holds where
 * either stands; a phrase in capitals wants capitals, any other takes every letter case.
 * - `words`: every phrase of `all` stands in the answer, none of `none` does.
 * - `members`: at least `least` different members of `of` stand in the answer and not in the query.
 * - `text`: a text of the answer's own: every phrase of `about` stands in it, with at least `least`
 *   different words that the query does not hold.
 */
export const Check = v.variant('kind', [
  v.object({
    kind: v.literal('words'),
    all: v.pipe(v.array(text), v.minLength(1)),
    none: v.array(text),
  }),
  v.object({
    kind: v.literal('members'),
    of: v.pipe(v.array(text), v.minLength(1)),
    least: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.object({
    kind: v.literal('text'),
    about: v.array(text),
    least: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
]);
export type Check = v.InferOutput<typeof Check>;

/** The form a turn asks for; 'sentence' where it asks for none. */
export const formats = ['sentence', 'capitals', 'small letters', 'list', 'short', 'code'] as const;
export const Format = v.picklist(formats);
export type Format = v.InferOutput<typeof Format>;

export const BenchTurn = v.object({
  query: text,
  /** A good answer before any style. */
  answer: text,
  check: Check,
  format: Format,
});
export type BenchTurn = v.InferOutput<typeof BenchTurn>;

/** A demonstration of the bench: its answer is not yet dressed in a style. */
export const PlainDemonstration = v.object({
  query: text,
  answer: text,
  category: v.picklist(categories),
});
export type PlainDemonstration = v.InferOutput<typeof PlainDemonstration>;

/**
 * One two-turn question. `world`: the answer is knowledge or skill, demonstrations come from the pool.
 * `context`: only the item's own demonstrations determine the answer, and only several of them pin it
 * down: by what one of them tells (`facts`), by which class takes which label (`labels`), or by a rule that
 * several bear out (`rule`).
 */
const shared = {
  id: text,
  category: v.picklist(categories),
  turns: v.tuple([BenchTurn, BenchTurn]),
  /**
   * How far the second turn's wording is from what training has: one that the corpus holds out ("As a
   * list, please."), a short one that training has too ("And a goat?"), or one of the bench's own.
   */
  wordingAgain: v.optional(v.picklist(['held-out', 'short', 'own'])),
};
export const BenchItem = v.variant('part', [
  v.object({
    ...shared,
    part: v.literal('world'),
    /** The first turn's wording: a sibling of trained ones that the corpus holds out, or the bench's own. */
    wording: v.optional(v.picklist(['held-out', 'own'])),
  }),
  v.object({
    ...shared,
    part: v.literal('context'),
    /** The first turn's wording: one that the demonstrations have too, or one of its own. */
    wording: v.optional(v.picklist(['shown', 'own'])),
    evidence: v.picklist(['facts', 'labels', 'rule']),
    /** At least 24, in an order that means nothing: a draw permutes them. */
    demonstrations: v.pipe(v.array(PlainDemonstration), v.minLength(24)),
  }),
]);
export type BenchItem = v.InferOutput<typeof BenchItem>;

/** public/lab-80/<split>.<language>.json: 80 items, ten of each category. Ids agree between languages. */
export const BenchFile = v.object({
  format: v.literal('lab-80'),
  version: v.literal(1),
  language: BenchLanguage,
  split: v.picklist(['dev', 'test']),
  items: v.pipe(v.array(BenchItem), v.length(80)),
});
export type BenchFile = v.InferOutput<typeof BenchFile>;

/** public/lab-80/pool.<language>.json and pool-degraded.<language>.json, index by index the same queries. */
export const PoolFile = v.object({
  format: v.literal('lab-80-pool'),
  version: v.literal(1),
  language: BenchLanguage,
  quality: v.picklist(['high', 'degraded']),
  demonstrations: v.pipe(v.array(PlainDemonstration), v.minLength(1)),
});
export type PoolFile = v.InferOutput<typeof PoolFile>;

/** How the answers of one draw are dressed: two phrases, either of which may be empty. */
export const BenchStyle = v.object({ opening: v.string(), closing: v.string() });
export type BenchStyle = v.InferOutput<typeof BenchStyle>;

/** public/lab-80/styles.json: by language. */
export const StylesFile = v.object({
  format: v.literal('lab-80-styles'),
  version: v.literal(1),
  styles: v.record(BenchLanguage, v.pipe(v.array(BenchStyle), v.minLength(5))),
});
export type StylesFile = v.InferOutput<typeof StylesFile>;
