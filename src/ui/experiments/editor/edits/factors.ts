import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import type { Factor } from '../../../../experiments/document/search.ts';
import { freeLabel, inserted, moved, replaced } from '../../../parts/lists.ts';
import { factorRenamed, levelRenamed, type DocumentEdit } from './names.ts';

export type Level = Factor['levels'][number];

/** The factors that arms are made of: in a search those of its check. */
export const factorsOf = ({ search, factors }: ExperimentDocument): readonly Factor[] =>
  search ? search.check.factors : factors;

const factors =
  (change: (list: readonly Factor[]) => readonly Factor[]): DocumentEdit =>
  (document) => {
    const { search } = document;
    const changed = [...change(factorsOf(document))];
    return search
      ? { ...document, search: { ...search, check: { ...search.check, factors: changed } } }
      : { ...document, factors: changed };
  };

const levels = (
  factor: number,
  change: (list: readonly Level[]) => readonly Level[],
): DocumentEdit =>
  factors((list) => replaced(list, factor, (one) => ({ ...one, levels: [...change(one.levels)] })));

const labels = (list: readonly Level[]) => list.map(({ label }) => label);

/** A factor at the end, its name made free. */
export const addFactor = (factor: Factor): DocumentEdit =>
  factors((list) => {
    const taken = list.map(({ name }) => name);
    return [...list, { ...factor, name: freeLabel(factor.name, taken) }];
  });

export const removeFactor = (factor: number): DocumentEdit =>
  factors((list) => list.filter((_, i) => i !== factor));

export const moveFactor = (from: number, to: number): DocumentEdit =>
  factors((list) => moved(list, from, to));

/** Another name, in all that names it too. */
export const renameFactor =
  (factor: number, to: string): DocumentEdit =>
  (document) => {
    const from = factorsOf(document)[factor]?.name;
    if (from === undefined || from === to) return document;
    const renamed = factors((list) => replaced(list, factor, (one) => ({ ...one, name: to })));
    return factorRenamed(renamed(document), from, to);
  };

/** A level at the end of a factor, its label made free. */
export const addLevel = (factor: number, level: Level): DocumentEdit =>
  levels(factor, (list) => [...list, { ...level, label: freeLabel(level.label, labels(list)) }]);

/** A copy of a level, right below. */
export const duplicateLevel = (factor: number, level: number): DocumentEdit =>
  levels(factor, (list) => {
    const original = list[level];
    if (!original) return list;
    const label = freeLabel(original.label, labels(list));
    return inserted(list, level + 1, { ...original, label });
  });

export const setLevel = (
  factor: number,
  level: number,
  change: Partial<Omit<Level, 'label'>>,
): DocumentEdit =>
  levels(factor, (list) => replaced(list, level, (one) => ({ ...one, ...change })));

export const removeLevel = (factor: number, level: number): DocumentEdit =>
  levels(factor, (list) => list.filter((_, i) => i !== level));

export const moveLevel = (factor: number, from: number, to: number): DocumentEdit =>
  levels(factor, (list) => moved(list, from, to));

/** Another label, in all that names it too. */
export const renameLevel =
  (factor: number, level: number, to: string): DocumentEdit =>
  (document) => {
    const { name, levels: list = [] } = factorsOf(document)[factor] ?? {};
    const from = list[level]?.label;
    if (name === undefined || from === undefined || from === to) return document;
    const renamed = levels(factor, (all) => replaced(all, level, (one) => ({ ...one, label: to })));
    return levelRenamed(renamed(document), name, from, to);
  };
