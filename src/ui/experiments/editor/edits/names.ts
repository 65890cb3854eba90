import type { Where } from '../../../../experiments/document/contrast.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';

/** An edit of a document: gives a new one, or the same where nothing changes. */
export type DocumentEdit = (document: ExperimentDocument) => ExperimentDocument;

/** A document with everything that names levels by factor put through a function. */
export function mapWheres(
  document: ExperimentDocument,
  map: (where: Where) => Where,
): ExperimentDocument {
  return {
    ...document,
    without: document.without.map(map),
    scorers: document.scorers.map((scorer) => {
      const mapped = (where: Where) => map(where) as Record<string, string>;
      if (scorer.kind === 'likelihood' && scorer.of !== 'reference')
        return { ...scorer, of: { arm: mapped(scorer.of.arm) } };
      return scorer.kind === 'judge' && scorer.mode !== 'single'
        ? { ...scorer, mode: { against: mapped(scorer.mode.against) } }
        : scorer;
    }),
    contrasts: document.contrasts.map((contrast) => ({
      ...contrast,
      terms: contrast.terms.map((term) => ({ ...term, where: map(term.where) })),
    })),
  };
}

/** What names a factor names it by its new name. */
export function factorRenamed(
  document: ExperimentDocument,
  from: string,
  to: string,
): ExperimentDocument {
  const named = (name: string) => (name === from ? to : name);
  const { kind, ...axes } = document.figure;
  const figure = Object.fromEntries(
    Object.entries(axes).map(([axis, name]) => [axis, named(name)]),
  );
  return {
    ...mapWheres(document, (where) =>
      Object.fromEntries(Object.entries(where).map(([factor, level]) => [named(factor), level])),
    ),
    figure: { kind, ...figure } as ExperimentDocument['figure'],
  };
}

/** What names a level of a factor names it by its new label. */
export function levelRenamed(
  document: ExperimentDocument,
  factor: string,
  from: string,
  to: string,
): ExperimentDocument {
  const named = (label: string) => (label === from ? to : label);
  return mapWheres(document, (where) => {
    const wanted = where[factor];
    if (wanted === undefined) return where;
    return { ...where, [factor]: Array.isArray(wanted) ? wanted.map(named) : named(wanted) };
  });
}
