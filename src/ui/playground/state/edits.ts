import { demonstration, type Demonstration } from '../../../domain/demonstration.ts';
import type { Arm, Recipe } from '../../../domain/recipe.ts';
import type { UrialFile } from '../../../formats/urial-file.ts';
import type { Draft } from './draft.ts';
import { changed, freeLabel, inserted, moved } from '../../parts/lists.ts';

/** An edit of the draft: gives a new draft, or the same one where nothing changes. */
export type Edit = (draft: Draft) => Draft;

const recipe =
  (change: Partial<Recipe> | ((now: Recipe) => Partial<Recipe>)): Edit =>
  (draft) => ({
    ...draft,
    recipe: {
      ...draft.recipe,
      ...(typeof change === 'function' ? change(draft.recipe) : change),
    },
  });

const demonstrations = (
  change: (list: readonly Demonstration[]) => readonly Demonstration[],
): Edit => recipe((now) => ({ demonstrations: [...change(now.demonstrations)] }));

const arms =
  (change: (list: readonly Arm[]) => readonly Arm[]): Edit =>
  (draft) => ({ ...draft, arms: [...change(draft.arms)] });

export const setRecipe = (change: Partial<Recipe>): Edit => recipe(change);

export const setDemonstration = (id: string, change: Partial<Demonstration>): Edit =>
  demonstrations((list) => changed(list, id, change));

export const addDemonstration = (made: Demonstration, at?: number): Edit =>
  demonstrations((list) => inserted(list, at ?? list.length, made));

/** A copy with an id of its own, right below. */
export const duplicateDemonstration = (id: string): Edit =>
  demonstrations((list) => {
    const at = list.findIndex((d) => d.id === id);
    const original = list[at];
    if (!original) return list;
    const { query, answer, category } = original;
    const copy = { ...demonstration(query, answer, category), enabled: original.enabled };
    return inserted(list, at + 1, copy);
  });

export const removeDemonstration = (id: string): Edit =>
  demonstrations((list) => list.filter((d) => d.id !== id));

export const moveDemonstration =
  (from: number, to: number): Edit =>
  (draft) => {
    const list = moved(draft.recipe.demonstrations, from, to);
    return list === draft.recipe.demonstrations ? draft : demonstrations(() => list)(draft);
  };

export const switchOff = (ids: readonly string[]): Edit =>
  demonstrations((list) => list.map((d) => (ids.includes(d.id) ? { ...d, enabled: false } : d)));

export const setArm = (id: string, change: Partial<Arm>): Edit =>
  arms((list) => changed(list, id, change));

/** A copy of an arm, or of the last one, with an id and a label of its own. */
export const addArm = (like?: string): Edit =>
  arms((list) => {
    const found = like === undefined ? list.length - 1 : list.findIndex((arm) => arm.id === like);
    const original = list[found];
    if (!original) return list;
    const label = freeLabel(
      original.label,
      list.map((arm) => arm.label),
    );
    return inserted(list, found + 1, { ...original, id: crypto.randomUUID(), label });
  });

export const insertArm = (arm: Arm, at: number): Edit => arms((list) => inserted(list, at, arm));

export const removeArm = (id: string): Edit => arms((list) => list.filter((arm) => arm.id !== id));

/** The rules, demonstrations and layout of a file in place of the recipe's. */
export const takeFile =
  ({ rules, pairs, variant, spelling }: UrialFile): Edit =>
  (draft) => ({
    ...draft,
    spelling,
    recipe: {
      rules,
      template: variant,
      demonstrations: pairs.map(({ query, answer }) => demonstration(query, answer)),
    },
  });
