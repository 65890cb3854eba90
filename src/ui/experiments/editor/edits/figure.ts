import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { factorsOf } from './factors.ts';

export type Figure = ExperimentDocument['figure'];

/** What an axis of a figure may name. */
export const axesOf = (document: ExperimentDocument): string[] => [
  ...factorsOf(document).map(({ name }) => name),
  ...(document.search ? ['prompt'] : []),
  'turn',
];

/** Axes that a figure cannot be without, and those that it may have. */
export const axesIn: Readonly<Record<Figure['kind'], { needs: string[]; may: string[] }>> = {
  table: { needs: ['rows', 'columns'], may: [] },
  heatmap: { needs: ['x', 'y'], may: ['panels', 'rows'] },
  bands: { needs: ['x', 'lines'], may: ['panels'] },
  histogram: { needs: [], may: [] },
  dots: { needs: ['x', 'groups'], may: ['panels'] },
  shift: { needs: ['arms'], may: [] },
};

/** A figure of a kind, with the axes of another as far as it has them; others are filled in. */
export function figureOf(
  document: ExperimentDocument,
  kind: Figure['kind'],
  before: Readonly<Record<string, string>> = {},
): Figure {
  const names = axesOf(document);
  const { needs, may } = axesIn[kind];
  const kept = (axis: string) => names.find((name) => name === before[axis]);
  const free = names.filter((name) => !needs.some((axis) => kept(axis) === name));
  const needed = needs.map((axis) => [axis, kept(axis) ?? free.shift() ?? 'turn']);
  const more = may.flatMap((axis) => {
    const name = kept(axis);
    return name === undefined ? [] : [[axis, name]];
  });
  return { kind, ...Object.fromEntries([...needed, ...more]) } as Figure;
}
