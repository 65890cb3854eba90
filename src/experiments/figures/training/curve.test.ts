import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { curveCsv, curveLines, curveRows, sayCurve, smoothed, smoothedOver } from './curve-data.ts';
import { drawCurve } from './draw-curve.ts';

const steps = Array.from({ length: 40 }, (_, i) => ({
  step: i + 1,
  loss: 4 - i / 20,
  gradientNorm: 1,
  learningRate: 0.001,
  tokens: 50,
}));
const curve = {
  steps,
  validation: [0, 20, 40].map((step) => ({ step, loss: 4 - step / 25 })),
};

it('has every step, its mean, and the held-out rows as lines of their own', () => {
  const lines = curveLines([{ label: '', curve }], 'loss');
  expect(lines.map(({ label, kind }) => [label, kind])).toEqual([
    ['Each step', 'raw'],
    ['Mean of 5 steps', 'smooth'],
    ['Held-out rows', 'held-out'],
  ]);
  expect(curveLines([{ label: '', curve }], 'margin')).toEqual([]);
  expect(sayCurve(lines, 'loss')).toContain('Held-out rows: 4.00 at step 0, 2.40 at step 40');
});

it('smooths by means that stay among the values, and few steps not at all', () => {
  expect(smoothedOver(10)).toBe(1);
  const points = [0, 10, 2].map((value, i) => ({ step: i + 1, value }));
  expect(smoothed(points, 1)).toEqual(points);
  expect(smoothed(points, 3).map(({ value }) => value)).toEqual([5, 4, 6]);
});

it('is a table without a gap, with the held-out rows where they were looked at', () => {
  const rows = curveRows(curve);
  expect(rows.map(({ step }) => step)).toEqual(Array.from({ length: 41 }, (_, i) => i));
  expect(rows[0]).toMatchObject({ loss: null, 'held-out loss': 4 });
  expect(rows[20]?.['held-out loss']).toBeCloseTo(3.2);
  const [head, first] = curveCsv(curve).split('\n');
  expect(head).toBe('step,loss,held-out loss,gradient norm,learning rate,tokens');
  expect(first).toBe('0,,4,,,');
});

it('is drawn with a name in words, without styles, and with dashes for the held-out rows', () => {
  const { document } = parseHTML('<!doctype html><html></html>');
  const lines = curveLines([{ label: '', curve }], 'loss');
  const svg = drawCurve(lines, 'loss', { width: 400, steps: 40, document });
  expect(svg.getAttribute('role')).toBe('img');
  expect(svg.getAttribute('aria-label')).toBe(sayCurve(lines, 'loss'));
  expect(svg.querySelectorAll('[style], style')).toHaveLength(0);
  expect(svg.querySelectorAll('[stroke-dasharray]').length).toBeGreaterThan(0);
  const nothing = drawCurve([], 'loss', { width: 400, steps: 0, document });
  expect(nothing.textContent).toContain('Nothing has been measured yet.');
});
