import * as v from 'valibot';
import { presetIds } from '../../../domain/training/presets.ts';
import { TemplateId } from '../../../domain/recipe.ts';
import { TrainingSettings } from '../../../domain/training/settings.ts';

const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));

/** Where the examples come from. */
export const Material = v.variant('kind', [
  /** The Playground's demonstrations that are switched on. */
  v.object({ kind: v.literal('recipe') }),
  /** So many of Lab-80's pool, drawn and dressed by the seed as an experiment's are. */
  v.object({
    kind: v.literal('pool'),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
    seed,
  }),
  /** A file or a pasted text; one that is too large to keep is null after a reload. */
  v.object({ kind: v.literal('data'), name: v.string(), text: v.nullable(v.string()) }),
]);
export type Material = v.InferOutput<typeof Material>;

/** What a preset leaves to the reader, and what of it the reader has changed. */
const Own = v.omit(TrainingSettings, ['schema', 'method', 'template', 'seed']);

/** All that a reader decides before a training. */
export const Draft = v.object({
  schema: v.literal(1),
  material: Material,
  /** Of demonstrations, which have one answer: whether it is to be preferred to another question's. */
  prefer: v.boolean(),
  /** Places of examples that the reader took out. */
  leftOut: v.array(v.string()),
  preset: v.picklist(presetIds),
  changes: v.partial(Own),
  template: TemplateId,
  seed,
  /** Asked before, during and after. */
  query: v.string(),
  /** What the adapter will be called; empty for a name made of its data. */
  name: v.string(),
});
export type Draft = v.InferOutput<typeof Draft>;

export const firstDraft = (query: string): Draft => ({
  schema: 1,
  material: { kind: 'pool', count: 12, seed: 1 },
  prefer: false,
  leftOut: [],
  preset: 'classroom',
  changes: {},
  template: 'urial-fenced',
  seed: 1,
  query,
  name: '',
});
