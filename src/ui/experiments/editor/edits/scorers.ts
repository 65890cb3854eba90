import type { JudgePrompt } from '../../../../domain/judgment.ts';
import type { Judge } from '../../../../scoring/scorers/judge.ts';
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

/** A judge to begin with: the model's instruct twin, its rating weighted by what it held probable. */
export const modelJudge: Scorer = {
  ...{ kind: 'judge', judge: { by: 'model', model: 'twin', precision: null }, mode: 'single' },
  ...{ as: 'weighted', prompts: 'lab', language: null, maxNewTokens: 96 },
};

/**
 * A judge, first, in the place of Lab-80's own checks, which know no other questions: figures show it, and
 * contrasts that were scored by those checks go on with it. A judge that is there already is taken.
 */
export const judgeInstead: DocumentEdit = (document) => {
  const others = document.scorers.filter(({ kind }) => kind !== 'lab-80');
  const judge = others.find(({ kind }) => kind === 'judge') ?? modelJudge;
  const gone = document.scorers
    .filter(({ kind }) => kind === 'lab-80')
    .map((scorer) => readyScorer(scorer).id);
  return {
    ...document,
    scorers: [judge, ...others.filter((scorer) => scorer !== judge)],
    contrasts: document.contrasts.map((contrast) =>
      contrast.scorer !== undefined && gone.includes(contrast.scorer)
        ? { ...contrast, scorer: readyScorer(judge).id }
        : contrast,
    ),
  };
};

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

/** A judge is told what a set of prompts says; they are written into the document. */
export const instructJudge =
  (judge: Judge, judgePrompts: readonly JudgePrompt[]): DocumentEdit =>
  (document) => {
    const { id } = readyScorer(judge);
    const index = document.scorers.findIndex((scorer) => readyScorer(scorer).id === id);
    return setScorer(index, { ...judge, prompts: 'imported' })({
      ...document,
      material: { ...document.material, judgePrompts: [...judgePrompts] },
    });
  };
