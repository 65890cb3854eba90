import * as Plot from '@observablehq/plot';
import type { MeasuredContrast } from '../table/measure.ts';
import { dots, guide, type Dot } from './marks.ts';
import type { Figure } from './render.ts';

type Rows = readonly MeasuredContrast[];

const places = (values: readonly Dot[]): string[] => [...new Set(values.map(({ place }) => place))];

/** Rows whose name `pattern` matches, as dots at the place that `of` reads off the match. */
function found(
  rows: Rows,
  pattern: RegExp,
  of: (match: RegExpExecArray) => Pick<Dot, 'place' | 'series'>,
): Dot[] {
  return rows.flatMap(({ contrast, value, low, high }) => {
    const match = pattern.exec(contrast);
    return match ? [{ ...of(match), value, low, high }] : [];
  });
}

/** What a table gives for one picture; undefined where it has no row for it. */
type Draw = (rows: Rows) => Figure | undefined;

const levels: Draw = (rows) => {
  const values = found(rows, /^level: (\S+), turn ([12])$/, ([, arm, turn]) => ({
    place: arm as string,
    series: turn === '1' ? 1 : 2,
  }));
  if (values.length === 0) return undefined;
  return {
    name: 'levels',
    title: 'Lab-80, mean score by arm: turn 1 (filled), turn 2 (hollow)',
    options: {
      height: 70 + 40 * places(values).length,
      x: { domain: [1, 10], label: 'score, 1 to 10' },
      y: { domain: places(values), label: null },
      marks: dots(values),
    },
  };
};

const curve: Draw = (rows) => {
  const shown = rows.flatMap((row) => {
    const match = /^curve: (\d+) shown, context, right$/.exec(row.contrast);
    return match ? [{ ...row, shown: match[1] as string }] : [];
  });
  if (shown.length === 0) return undefined;
  return {
    name: 'curve',
    title: 'Answers that only the demonstrations determine, by how many are shown',
    options: {
      height: 300,
      marginLeft: 60,
      x: {
        type: 'point',
        domain: shown.map((row) => row.shown),
        label: 'demonstrations',
        padding: 0.3,
      },
      y: { domain: [0, 1], label: 'share with the right content' },
      marks: [
        Plot.line(shown, { x: 'shown', y: 'value', className: 'ink', strokeWidth: 1 }),
        Plot.ruleX(shown, {
          x: 'shown',
          y1: 'low',
          y2: 'high',
          className: 'first',
          strokeWidth: 2,
        }),
        Plot.dot(shown, { x: 'shown', y: 'value', className: 'first', symbol: 'circle', r: 4.5 }),
      ],
    },
  };
};

const languages: Draw = (rows) => {
  const values = found(rows, /^content: (\w\w), (template|icl-3|icl-6)$/, ([, language, arm]) => ({
    place: `${language}, ${arm}`,
    series: arm === 'template' ? 2 : 1,
  }));
  if (values.length === 0) return undefined;
  return {
    name: 'languages',
    title: 'Right content by language: with demonstrations (filled), without (hollow)',
    options: {
      height: 70 + 30 * values.length,
      x: { domain: [0, 1], label: 'share with the right content' },
      y: { domain: places(values).toSorted(), label: null },
      marks: dots(values, true),
    },
  };
};

const comparisons: Draw = (rows) => {
  const values = rows
    .filter(({ contrast, unit }) => unit === 'points' && !/^(level|curve)/.test(contrast))
    .map(({ contrast, value, low, high, reached }): Dot => {
      const sign = { yes: ' ✓', no: ' ✗', reported: '' }[reached];
      return { place: contrast + sign, series: reached === 'no' ? 2 : 1, value, low, high };
    });
  if (values.length === 0) return undefined;
  return {
    name: 'contrasts',
    title: 'Contrasts in points, 95 % intervals (✓ as wanted, ✗ and hollow: not reached)',
    options: {
      height: 70 + 26 * values.length,
      marginLeft: 290,
      x: { label: 'points of the score', nice: true },
      y: { domain: places(values), label: null },
      marks: [guide(0), ...dots(values, true)],
    },
  };
};

/** The pictures that a table gives; those of which it holds no row are left out. */
export const figuresOf = (rows: Rows): Figure[] =>
  [levels, curve, languages, comparisons].flatMap((draw) => draw(rows) ?? []);
