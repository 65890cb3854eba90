import { expect, it } from 'vitest';
import type { MeasuredContrast } from '../table/measure.ts';
import { figuresOf } from './figures.ts';
import { renderFigure } from './render.ts';

const row = (
  contrast: string,
  value: number,
  rest: Partial<MeasuredContrast> = {},
): MeasuredContrast => ({
  contrast,
  unit: 'points',
  value,
  low: value - 0.1,
  high: value + 0.1,
  n: { items: 80, draws: 5 },
  wanted: 'reported',
  reached: 'reported',
  ...rest,
});

const rows = [
  row('level: bare, turn 1', 2.5),
  row('level: bare, turn 2', 2),
  row('level: icl-3, turn 1', 7.5),
  row('curve: 0 shown, context, right', 0.1, { unit: 'share' }),
  row('curve: 12 shown, context, right', 0.6, { unit: 'share' }),
  row('content: en, template', 0.3, { unit: 'share' }),
  row('content: fr, icl-6', 0.2, { unit: 'share' }),
  row('a < b & c', -1.5, { reached: 'no' }),
];

it('draws what a table holds, and nothing of what it lacks', () => {
  const names = (held: readonly MeasuredContrast[]) => figuresOf(held).map(({ name }) => name);
  expect(names(rows)).toEqual(['levels', 'curve', 'languages', 'contrasts']);
  expect(names(rows.slice(3, 5))).toEqual(['curve']);
  expect(names([])).toEqual([]);
});

it('writes whole pictures with every name in them', () => {
  const [levels = '', curve = '', languages = '', contrasts = ''] =
    figuresOf(rows).map(renderFigure);
  for (const picture of [levels, curve, languages, contrasts]) {
    expect(picture).toMatch(/^<svg xmlns/);
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(levels).toContain('icl-3');
  expect(levels.match(/<(circle|path)/g)?.length).toBeGreaterThanOrEqual(3);
  expect(curve).toContain('demonstrations');
  expect(languages).toContain('fr, icl-6');
  expect(contrasts).toContain('a &lt; b &amp; c ✗');
});
