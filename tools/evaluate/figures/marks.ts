import * as Plot from '@observablehq/plot';
import type { Interval } from '../../../src/scoring/statistics/interval.ts';

/** A value with its interval in a row (or column) of its own; turn 2 is hollow, so colour is not needed. */
export interface Dot extends Interval {
  readonly place: string;
  readonly series: 1 | 2;
}

const look = [
  { className: 'first', symbol: 'circle', shift: -5 },
  { className: 'second', symbol: 'diamond', shift: 5 },
] as const;

/** Dots with interval bars, one line of the figure for each place. */
export const dots = (values: readonly Dot[], one = false): Plot.Markish[] =>
  look.flatMap(({ className, symbol, shift }, i) => {
    const own = values.filter(({ series }) => series === i + 1);
    const dy = one ? 0 : shift;
    return own.length === 0
      ? []
      : [
          Plot.ruleY(own, { y: 'place', x1: 'low', x2: 'high', className, strokeWidth: 2, dy }),
          Plot.dot(own, { y: 'place', x: 'value', className, symbol, r: 4.5, dy }),
        ];
  });

/** A dotted line at a value that matters. */
export const guide = (x: number): Plot.Markish =>
  Plot.ruleX([x], { className: 'guide', strokeDasharray: '2 4' });
