import * as v from 'valibot';
import { Scorer } from '../../scoring/scorer.ts';
import { Contrast, Where } from './contrast.ts';
import { Figure } from './figure.ts';
import { MaterialChoice, Questions } from './questions.ts';
import { Factor, Search } from './search.ts';
import { Endpoint } from './served.ts';
import { changed, defaultSetting, SettingChange, type Setting } from './setting.ts';

const text = v.pipe(v.string(), v.minLength(1));
const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));

/**
 * An experiment as a document: factors x questions x turns x seeds, what is held fixed, and how it is
 * scored and shown. Written by hand, by the gallery, or by a link. Its arms are all combinations of its
 * factors' levels, and the references beside them.
 */
export const ExperimentDocument = v.strictObject({
  format: v.literal('incontext-lab/experiment'),
  version: v.literal(1),
  /** The study of the gallery that it re-creates, E1 to E15; null for none. */
  template: v.optional(
    v.nullable(v.pipe(text, v.regex(/^E([1-9]|1[0-5])$/, 'is E1 to E15'))),
    null,
  ),
  title: text,
  /** What it asks, in a sentence or two. */
  about: v.optional(v.string(), ''),
  questions: Questions,
  /** Models behind an address: arms and judges name them. Never a key. */
  served: v.optional(v.array(Endpoint), []),
  material: v.optional(MaterialChoice, {}),
  /** How every question is asked where no factor says otherwise; over `defaultSetting`. */
  fixed: v.optional(SettingChange, {}),
  factors: v.array(Factor),
  /** Combinations of levels that are left out. */
  without: v.optional(v.array(Where), []),
  /** Arms outside the factors, shown as lines to compare with. */
  references: v.optional(v.array(v.strictObject({ label: text, set: SettingChange })), []),
  turns: v.picklist([1, 2]),
  /** Each draws demonstrations and samples of its own. */
  seeds: v.pipe(v.array(seed), v.minLength(1, 'one seed is needed'), v.maxLength(100)),
  /** The first is the one that figures show. */
  scorers: v.pipe(v.array(Scorer), v.minLength(1, 'one scorer is needed')),
  search: v.optional(v.nullable(Search), null),
  contrasts: v.optional(v.array(Contrast), []),
  figure: Figure,
});
export type ExperimentDocument = v.InferOutput<typeof ExperimentDocument>;

/** How a document asks where no factor says otherwise. */
export const fixedSetting = ({ fixed }: ExperimentDocument): Setting =>
  changed(defaultSetting, fixed);
