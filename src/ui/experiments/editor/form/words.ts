import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import type { Questions } from '../../../../experiments/document/questions.ts';
import { counted } from '../../../parts/format.ts';

/** What is asked, in a few words. */
export function questionWords(questions: Questions): string {
  if (questions.bench === 'given') return 'your own';
  const { categories } = questions;
  const some = categories ? [counted(categories.length, 'category', 'categories')] : [];
  if (questions.bench === 'imported') return [questions.name, ...some].join(', ');
  const { split, part } = questions;
  return [`Lab-80, ${split} split`, part === 'all' ? 'both parts' : `${part} part`, ...some].join(
    ', ',
  );
}

/** Whether two plain values are the same. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const figureNames: Readonly<Record<ExperimentDocument['figure']['kind'], string>> = {
  table: 'Table',
  heatmap: 'Heatmaps',
  bands: 'Lines with bands',
  histogram: 'Histogram of candidates',
  dots: 'Dots with intervals',
  shift: 'Shares of shifted tokens',
};
export const figureChoices = Object.entries(figureNames).map(([value, label]) => ({
  value: value as keyof typeof figureNames,
  label,
}));

/** What a figure shows, in a few words: "Table: arm by turn". */
export function figureWords({ kind, ...axes }: ExperimentDocument['figure']): string {
  const names = [...new Set(Object.values(axes))];
  return names.length === 0 ? figureNames[kind] : `${figureNames[kind]}: ${names.join(' by ')}`;
}
