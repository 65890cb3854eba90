import type { Contrast, Where } from '../../../../experiments/document/contrast.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import type { Scorer } from '../../../../scoring/scorer.ts';
import { checkDocument } from '../../../../experiments/document/read.ts';
import { factorsOf } from './factors.ts';
import { figureOf, type Figure } from './figure.ts';
import type { DocumentEdit } from './names.ts';

/** The figure, with axes whose factors are gone filled by others. */
function figureLeft(document: ExperimentDocument): Figure {
  const { kind, ...axes } = document.figure;
  const fitting = kind === 'histogram' && !document.search ? 'table' : kind;
  return figureOf(document, fitting, axes);
}

function labelsOf(document: ExperimentDocument, factor: string): readonly string[] {
  if (factor === 'reference') return document.references.map(({ label }) => label);
  const found = factorsOf(document).find(({ name }) => name === factor);
  return found?.levels.map(({ label }) => label) ?? [];
}

/** What is there of all that a `where` names, of several levels at least one; null where some is gone. */
function whereLeft(document: ExperimentDocument, where: Where): Where | null {
  const left: Where = {};
  for (const [factor, wanted] of Object.entries(where)) {
    const there = [wanted].flat().filter((label) => labelsOf(document, factor).includes(label));
    const [first] = there;
    if (first === undefined) return null;
    left[factor] = Array.isArray(wanted) ? there : first;
  }
  return left;
}

/** The arm that a scorer names; null for none. */
function armNamed(scorer: Scorer): Where | null {
  if (scorer.kind === 'likelihood') return scorer.of === 'reference' ? null : scorer.of.arm;
  return scorer.kind === 'judge' && scorer.mode !== 'single' ? scorer.mode.against : null;
}

/** The same scorer without the arm that it names. */
function withoutArm(scorer: Scorer): Scorer {
  if (scorer.kind === 'likelihood') return { ...scorer, of: 'reference' };
  return scorer.kind === 'judge' ? { ...scorer, mode: 'single' } : scorer;
}

/** Scorers without those that name an arm that is gone; one stays, and asks something else. */
function scorersLeft(document: ExperimentDocument): Scorer[] {
  const { scorers } = document;
  const left = scorers.filter((scorer) => {
    const named = armNamed(scorer);
    return named === null || whereLeft(document, named) !== null;
  });
  return left.length > 0 ? left : scorers.slice(0, 1).map(withoutArm);
}

const passes = (document: ExperimentDocument): boolean => {
  try {
    checkDocument(document);
    return true;
  } catch {
    return false;
  }
};

/**
 * Takes out what names something that an edit took away: exclusions, scorers that name an arm; and finds the
 * figure other axes. Contrasts are another matter: they are what a reader wants to know.
 */
function mended(edited: ExperimentDocument): ExperimentDocument {
  const without = edited.without
    .map((where) => whereLeft(edited, where))
    .filter((where) => where !== null);
  return { ...edited, without, scorers: scorersLeft(edited), figure: figureLeft(edited) };
}

/** A document after an edit, and the labels of contrasts that had to go with it. */
export interface Applied {
  readonly document: ExperimentDocument;
  readonly dropped: readonly string[];
}

/**
 * Makes an edit. Contrasts that stood before and now name what is gone go too.
 * @throws Problem 'bad-input' where the edit itself makes no document; then nothing is changed
 */
export function applied(before: ExperimentDocument, edit: DocumentEdit): Applied {
  const edited = edit(before);
  if (edited === before) return { document: before, dropped: [] };
  const document = mended(edited);
  if (passes(document) || !passes({ ...document, contrasts: [] }))
    return { document: checkDocument(document), dropped: [] };
  const goes = (contrast: Contrast) =>
    before.contrasts.includes(contrast) && !passes({ ...document, contrasts: [contrast] });
  const contrasts = document.contrasts.filter((contrast) => !goes(contrast));
  return {
    document: checkDocument({ ...document, contrasts }),
    dropped: document.contrasts.filter(goes).map(({ label }) => label),
  };
}
