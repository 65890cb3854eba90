import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import type { SettingChange } from '../../../../experiments/document/setting.ts';
import { freeLabel, moved, replaced } from '../../../parts/lists.ts';
import { levelRenamed, type DocumentEdit } from './names.ts';

export type Reference = ExperimentDocument['references'][number];

const references =
  (change: (list: readonly Reference[]) => readonly Reference[]): DocumentEdit =>
  (document) => ({ ...document, references: [...change(document.references)] });

export const addReference = ({ label, set }: Reference): DocumentEdit =>
  references((list) => {
    const taken = list.map((reference) => reference.label);
    return [...list, { label: freeLabel(label, taken), set }];
  });

export const setReference = (index: number, set: SettingChange): DocumentEdit =>
  references((list) => replaced(list, index, (one) => ({ ...one, set })));

export const removeReference = (index: number): DocumentEdit =>
  references((list) => list.filter((_, i) => i !== index));

export const moveReference = (from: number, to: number): DocumentEdit =>
  references((list) => moved(list, from, to));

/** Another label, in the contrasts that name it too. */
export const renameReference =
  (index: number, to: string): DocumentEdit =>
  (document) => {
    const from = document.references[index]?.label;
    if (from === undefined || from === to) return document;
    const renamed = references((list) => replaced(list, index, (one) => ({ ...one, label: to })));
    return levelRenamed(renamed(document), 'reference', from, to);
  };
