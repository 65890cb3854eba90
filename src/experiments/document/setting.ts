import * as v from 'valibot';
import { Decoding, defaultDecoding } from '../../domain/decoding.ts';
import { Precision } from '../../domain/model.ts';
import { TemplateId } from '../../domain/recipe.ts';
import { Source } from '../recipes/source.ts';
import { Transform } from '../recipes/transform.ts';
import { Tuning } from './tuning.ts';

/**
 * Which weights: those the reader chose, their relatives (the instruct twin, the same recipe in a smaller
 * size), a model by its id, or one of the document's served models (./served.ts).
 */
export const modelRoles = ['chosen', 'twin', 'smaller'] as const;
export type ModelRole = (typeof modelRoles)[number];

/** Everything about how a question is asked. A document fixes all of it and its factors change parts. */
const entries = {
  /** A role, a model's id, or `served:<name>`. */
  model: v.pipe(v.string(), v.minLength(1)),
  /** Null: as the chosen model is loaded, or the first that a named model has. */
  precision: v.nullable(Precision),
  language: v.pipe(v.string(), v.minLength(2)),
  template: TemplateId,
  /** Whether the rules paragraph of the language stands before the demonstrations. */
  rules: v.boolean(),
  /** Demonstrations in all: what a pool source without a count fills up to. */
  shown: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  /** Where demonstrations come from, in the order of the prompt. */
  demonstrations: v.array(Source),
  /** What is done to them, one after the other. */
  transforms: v.array(Transform),
  /** Whether a heading marks where the demonstrations end and the live conversation begins (E12). */
  boundary: v.boolean(),
  /** What is done to the weights before they are asked; null (and in plans of old) for nothing. */
  tuning: v.optional(v.nullable(Tuning), null),
  decoding: v.strictObject(v.omit(Decoding, ['seed']).entries),
};

export const Setting = v.strictObject(entries);
export type Setting = v.InferOutput<typeof Setting>;

/** Part of a setting: what a level of a factor changes. Lists replace lists; decoding merges. */
export const SettingChange = v.strictObject({
  ...v.partial(v.strictObject(v.omit(Setting, ['decoding']).entries)).entries,
  decoding: v.optional(v.partial(entries.decoding)),
});
export type SettingChange = v.InferOutput<typeof SettingChange>;

/** A setting with a change made; absent fields stay. */
export function changed(setting: Setting, { decoding, ...change }: SettingChange): Setting {
  const given = <T extends object>(part: T): Partial<T> =>
    Object.fromEntries(
      Object.entries(part).filter(([, value]) => value !== undefined),
    ) as Partial<T>;
  return {
    ...setting,
    ...given(change),
    decoding: { ...setting.decoding, ...given(decoding ?? {}) },
  } as Setting;
}

/**
 * Where no document says otherwise: URIAL's layout with rules and its three demonstrations, greedy as in
 * the paper's main text. Repetition penalty and the closing fence as a stop are the bundled model's.
 */
export const defaultSetting: Setting = {
  model: 'chosen',
  precision: null,
  language: 'en',
  template: 'urial-fenced',
  rules: true,
  shown: 3,
  demonstrations: [{ take: 'curated' }],
  transforms: [],
  boundary: false,
  tuning: null,
  decoding: { ...withoutSeed(defaultDecoding), maxNewTokens: 48, stop: ['```'] },
};

function withoutSeed({ seed: _, ...decoding }: Decoding): Omit<Decoding, 'seed'> {
  return decoding;
}
