import * as v from 'valibot';
import { Demonstration } from './demonstration.ts';

/** The prompt layouts; each is described in template.ts. */
export const templateIds = [
  'urial-fenced',
  'urial-chat',
  'plain',
  'header-only',
  'rules-only',
  'raw',
  'chat',
] as const;
export const TemplateId = v.picklist(templateIds);
export type TemplateId = v.InferOutput<typeof TemplateId>;

/** Everything that stands before the live question: rules, demonstrations and their layout. */
export const Recipe = v.object({
  rules: v.string(),
  demonstrations: v.array(Demonstration),
  template: TemplateId,
  /** A heading between the demonstrations and the live conversation; absent for none, as in URIAL. */
  boundary: v.optional(v.string()),
});
export type Recipe = v.InferOutput<typeof Recipe>;

/** One side of the comparison: what it takes from the recipe, and what it changes. */
export const Arm = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  /** Shown to the reader, and the name of the arm's region in the page. */
  label: v.pipe(v.string(), v.minLength(1)),
  useRules: v.boolean(),
  useDemonstrations: v.boolean(),
  /** A layout of this arm's own; null takes the recipe's. */
  template: v.nullable(TemplateId),
  /** Id of the adapter that is added to the weights (domain/training/adapter.ts); absent for the base alone. */
  adapter: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export type Arm = v.InferOutput<typeof Arm>;

/** The comparison a newcomer should see first (arXiv 2405.19874: base against base + URIAL). */
export const defaultArms: readonly Arm[] = [
  { id: 'base', label: 'Base', useRules: false, useDemonstrations: false, template: 'raw' },
  {
    id: 'base-demonstrations',
    label: 'Base + demonstrations',
    useRules: true,
    useDemonstrations: true,
    template: null,
  },
];

/** The recipe as one arm sees it: demonstrations that are off, or not taken, are gone. */
export function recipeForArm(recipe: Recipe, arm: Arm): Recipe {
  return {
    rules: arm.useRules ? recipe.rules : '',
    demonstrations: arm.useDemonstrations ? recipe.demonstrations.filter((d) => d.enabled) : [],
    template: arm.template ?? recipe.template,
    ...(recipe.boundary !== undefined && { boundary: recipe.boundary }),
  };
}
