import type { DocumentScorer } from '../../results/scorers.ts';
import type { FigurePoint, Measure } from '../data.ts';

/** What a scorer's numbers are and how a figure writes them. */
export function measureOf({ label, unit, range: { min, max } }: DocumentScorer): Measure {
  const percent = unit === '' && min === 0 && max === 1;
  const ends = min !== null && max !== null && !percent ? `, ${min} to ${max}` : '';
  return {
    label: `${label}${ends === '' && unit !== '' ? `, ${unit}` : ends}`,
    low: min,
    high: max,
    percent,
    digits: percent ? 0 : 2,
  };
}

/** Differences of a scorer's numbers: they have no ends of their own. */
export function differenceOf(scorer: DocumentScorer): Measure {
  const measure = measureOf(scorer);
  const unit = measure.percent ? 'percentage points' : scorer.unit;
  return {
    ...measure,
    label: `difference in ${scorer.label}${unit === '' ? '' : `, ${unit}`}`,
    low: null,
    high: null,
    digits: measure.percent ? 1 : 2,
  };
}

/** What the intervals of some points are over, and how they are made. */
export function intervalText(points: readonly FigurePoint[], { percent }: Measure): string {
  const seeds = points.some((point) => point.seeds > 1) ? ' and seeds' : '';
  const wilson = percent ? '; Wilson’s for a share of single answers' : '';
  return `95 % intervals over questions${seeds} (bootstrap${wilson})`;
}
