import { readyScorer, type Scorer } from '../../../../scoring/scorer.ts';
import { moved, replaced } from '../../../parts/lists.ts';
import type { DocumentEdit } from './names.ts';

const scorers =
  (change: (list: readonly Scorer[]) => readonly Scorer[]): DocumentEdit =>
  (document) => ({ ...document, scorers: [...change(document.scorers)] });

export const addScorer = (scorer: Scorer): DocumentEdit => scorers((list) => [...list, scorer]);

export const removeScorer = (index: number): DocumentEdit =>
  scorers((list) => list.filter((_, i) => i !== index));

export const moveScorer = (from: number, to: number): DocumentEdit =>
  scorers((list) => moved(list, from, to));

/**
 * Another scorer in the place of one: contrasts that were scored by it go on with the new one.
 * @throws Problem 'bad-input' where it cannot be made ready
 */
export const setScorer =
  (index: number, scorer: Scorer): DocumentEdit =>
  (document) => {
    const before = document.scorers[index];
    if (!before) return document;
    const [from, to] = [readyScorer(before).id, readyScorer(scorer).id];
    return {
      ...document,
      scorers: replaced(document.scorers, index, () => scorer),
      contrasts: document.contrasts.map((contrast) =>
        contrast.scorer === from ? { ...contrast, scorer: to } : contrast,
      ),
    };
  };
