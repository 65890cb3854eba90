import { meansOf, type Evaluated } from '../../results/contrasts.ts';
import type { ResultIndex } from '../../results/index-rows.ts';
import type { FigurePoint, ForestFigure } from '../data.ts';
import { differenceOf, intervalText } from './measure.ts';
import { cellsBehind } from './points.ts';
import { sourceOf } from './source.ts';

type Row = ForestFigure['rows'][number];

function rowOf(index: ResultIndex, evaluated: Evaluated): Row[] {
  const { contrast, interval, n, seeds, missing, errors, verdict } = evaluated;
  if (!interval || verdict === 'not run') return [];
  const { value, low, high } = interval;
  const { scorer, claim, id, expect } = contrast;
  const cells = meansOf(contrast).flatMap((mean) => cellsBehind(index, { ...mean, scorer }));
  const point: FigurePoint = {
    label: claim === null ? contrast.label : `${claim}: ${contrast.label}`,
    at: { contrast: id },
    ...{ value, low, high, n, seeds, missing, errors },
    cells: [...new Set(cells)],
  };
  return [{ point, expect, verdict }];
}

/** Contrasts as figures, one for each scorer, since their units differ. What was not run is left out. */
export function forestFigures(index: ResultIndex, all: readonly Evaluated[]): ForestFigure[] {
  return index.scorers.flatMap((scorer): ForestFigure[] => {
    const own = all.filter(({ contrast }) => index.scorer(contrast.scorer) === scorer);
    const rows = own.flatMap((evaluated) => rowOf(index, evaluated));
    if (rows.length === 0) return [];
    const measure = differenceOf(scorer);
    const points = rows.map(({ point }) => point);
    return [
      {
        kind: 'forest',
        title: 'Contrasts',
        measure,
        interval: intervalText(points, { ...measure, percent: false }),
        counted: 'question',
        source: sourceOf(index),
        paper: [],
        rows,
      },
    ];
  });
}
