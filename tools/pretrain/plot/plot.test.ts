import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../training/log.ts';
import { lossPlot } from './loss-plot.ts';
import { linearTicks, logTicks, spread } from './scale.ts';
import { binned, plotData } from './series.ts';
import { element, label } from './svg.ts';

const step = (n: number, stage: string, loss: number): LogEntry => ({
  kind: 'step',
  step: n,
  tokens: n * 100,
  stage,
  loss,
  gradientNorm: 1,
  learningRate: 1e-3,
  seconds: 0.1,
});
const log: LogEntry[] = [
  ...Array.from({ length: 10 }, (_, i) => step(i + 1, 'induction', 7 - i / 2)),
  ...Array.from({ length: 10 }, (_, i) => step(i + 11, 'long', 2 - i / 20)),
  {
    kind: 'validation',
    step: 20,
    tokens: 2000,
    loss: 1.5,
    families: { 'a <b>': 1.25, recall: 1.75 },
    examples: { 1: 2.5, 3: 2, 10: null },
  },
];

describe('plotData', () => {
  it('finds stages, lines by family and by example', () => {
    const data = plotData(log);
    expect(data.stages).toEqual([
      { name: 'induction', from: 0, to: 1000 },
      { name: 'long', from: 1000, to: 2000 },
    ]);
    expect(data.train.points).toHaveLength(20);
    expect(data.families.map((s) => s.name)).toEqual(['a <b>', 'recall']);
    expect(data.examples).toEqual([
      { name: '1', points: [[2000, 2.5]] },
      { name: '3', points: [[2000, 2]] },
    ]);
  });

  it('says so when nothing was logged', () => {
    expect(() => plotData([])).toThrow('nothing to plot');
  });

  it('takes means of neighbours', () => {
    expect(
      binned(
        [
          [1, 2],
          [3, 4],
          [5, 9],
        ],
        2,
      ),
    ).toEqual([
      [2, 3],
      [5, 9],
    ]);
  });
});

describe('lossPlot', () => {
  it('draws every line with its last value, and escapes names', () => {
    const svg = lossPlot('Loss of x & y', plotData(log));
    expect(svg).toContain('Loss of x &amp; y');
    expect(svg).toContain('a &lt;b&gt; 1.25');
    expect(svg).toContain('recall 1.75');
    expect(svg).toContain('validation 1.50');
    expect(svg).toContain('3rd example 2.00');
    expect(svg).not.toContain('10th');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.match(/class="border"/g)).toHaveLength(2);
  });
});

describe('ticks', () => {
  it('are round and inside', () => {
    expect(linearTicks(0, 17, 8)).toEqual([0, 5, 10, 15]);
    expect(logTicks(0.4, 6)).toEqual([0.5, 0.7, 1, 1.5, 2, 3, 5]);
  });
});

describe('spread', () => {
  it('keeps order, gap and bounds when there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 15 }),
        (wanted) => {
          const places = spread(wanted, 15, 0, 400);
          const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
          const sorted = order.map((i) => places[i] ?? NaN);
          for (const [i, place] of sorted.entries()) {
            expect(place).toBeGreaterThanOrEqual(-1e-9);
            expect(place).toBeLessThanOrEqual(400 + 1e-9);
            if (i > 0) expect(place - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
          }
        },
      ),
    );
  });
});

describe('svg', () => {
  it('escapes text and attributes', () => {
    expect(label('<i>', 1, 2)).toBe('<text x="1" y="2">&lt;i&gt;</text>');
    expect(element('g', { id: '"&' })).toBe('<g id="&quot;&amp;"/>');
  });
});
