import { labBase2m } from './lab-base-2m.ts';
import { labBase4m } from './lab-base-4m.ts';
import type { PretrainingRecipe } from './recipe.ts';

/** Every recipe by name; the first is the default of `npm run pretrain`. */
export const recipes: readonly PretrainingRecipe[] = [labBase4m, labBase2m];

/** The recipe called `name`, or undefined. */
export const findRecipe = (name: string): PretrainingRecipe | undefined =>
  recipes.find((recipe) => recipe.name === name);
