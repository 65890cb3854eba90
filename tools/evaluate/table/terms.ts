import type { Interval } from '../../../src/scoring/statistics/interval.ts';
import type { Arm } from '../conditions/condition.ts';
import type { BenchContrast, Cell, ContrastTerm } from './contrast.ts';

/** What a cell may differ in from one turn's score on all English items. */
export type CellChoice = Partial<Omit<Cell, 'arm'>>;
const both = ['world', 'context'] as const;
/** One turn's score of an arm on all English items, or what `choice` says instead. */
export const cell = (arm: Arm, choice: CellChoice = {}): Cell => ({
  arm,
  language: 'en',
  parts: both,
  turn: 1,
  measure: 'score',
  ...choice,
});

export const world: CellChoice = { parts: ['world'] };
export const context: CellChoice = { parts: ['context'] };
export const plus = (of: Cell): ContrastTerm => ({ factor: 1, cell: of });
export const minus = (of: Cell): ContrastTerm => ({ factor: -1, cell: of });
/** a - b. */
export const difference = (a: Arm, b: Arm, choice: CellChoice = {}): ContrastTerm[] => [
  plus(cell(a, choice)),
  minus(cell(b, choice)),
];

/** At least so much, and the interval above 0. */
export const atLeast = (least: number) => (own: Interval) => own.value >= least && own.low > 0;
/** The interval lies above 0. */
export const above = (own: Interval) => own.low > 0;
/** At most so much, and the interval below 0. */
export const below = (most: number) => (own: Interval) => own.value <= most && own.high < 0;

type Wish = Partial<Pick<BenchContrast, 'wanted' | 'reached' | 'beside' | 'unit'>>;
/** A row in points of which nothing is wanted, but for what `wish` says. */
export const bench = (
  contrast: string,
  terms: readonly ContrastTerm[],
  wish: Wish = {},
): BenchContrast => ({
  kind: 'bench',
  contrast,
  terms,
  unit: 'points',
  wanted: 'reported',
  ...wish,
});
