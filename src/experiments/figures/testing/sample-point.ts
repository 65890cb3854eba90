import { uniform } from '../../../domain/draw.ts';
import type { FigurePoint, Measure } from '../data.ts';

export const score: Measure = {
  label: 'Lab-80 score, 1 to 10',
  low: 1,
  high: 10,
  percent: false,
  digits: 2,
};
export const share: Measure = {
  label: 'share of tokens',
  low: 0,
  high: 1,
  percent: true,
  digits: 0,
};

let step = 0;
export const noise = (): number => uniform(7, 'sample figures', step++) - 0.5;

/** A point of these levels, its interval about `half` to each side. */
export function samplePoint(
  at: Readonly<Record<string, string>>,
  value: number,
  half: number,
  rest: Partial<FigurePoint> = {},
): FigurePoint {
  return {
    label: Object.values(at).join(', '),
    at,
    value,
    low: value - half * (1 + 0.3 * noise()),
    high: value + half * (1 + 0.3 * noise()),
    n: 40,
    seeds: 5,
    missing: 0,
    errors: 0,
    cells: [`cell of ${Object.values(at).join('/')}`],
    ...rest,
  };
}

export const head = {
  measure: score,
  interval: '95 % intervals over questions and seeds (bootstrap)',
  counted: 'question',
  source: 'Lab-80, test · lab-tiny-base, fp32 · wasm · Incontext Lab 0.1.0',
  paper: [],
} as const;
