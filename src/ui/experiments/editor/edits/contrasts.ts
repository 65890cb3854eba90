import type { Contrast } from '../../../../experiments/document/contrast.ts';
import { freeLabel, moved, replaced } from '../../../parts/lists.ts';
import type { DocumentEdit } from './names.ts';

const contrasts =
  (change: (list: readonly Contrast[]) => readonly Contrast[]): DocumentEdit =>
  (document) => ({ ...document, contrasts: [...change(document.contrasts)] });

/** A contrast at the end, its id made free. */
export const addContrast = (contrast: Contrast): DocumentEdit =>
  contrasts((list) => {
    const taken = list.map(({ id }) => id);
    return [...list, { ...contrast, id: freeLabel(contrast.id, taken) }];
  });

export const setContrast = (index: number, contrast: Contrast): DocumentEdit =>
  contrasts((list) => replaced(list, index, () => contrast));

export const removeContrast = (index: number): DocumentEdit =>
  contrasts((list) => list.filter((_, i) => i !== index));

export const moveContrast = (from: number, to: number): DocumentEdit =>
  contrasts((list) => moved(list, from, to));
