import { describe, expect, it } from 'vitest';
import { icl, templateOnly, tuned } from '../conditions/condition.ts';
import type { ScoredRow } from '../conditions/scored.ts';
import type { BenchContrast } from './contrast.ts';
import { cellTable, type MeasuredContrast } from './measure.ts';
import { possible, stepName, stepsFor, weightOf } from './plan.ts';
import { tableLines } from './print.ts';
import { contrasts } from './rows.ts';
import { bench, cell, difference, plus, world } from './terms.ts';

const named = (name: string): BenchContrast => {
  const found = contrasts.find(({ contrast }) => contrast === name);
  if (found?.kind !== 'bench') throw new Error(`no row ${name}`);
  return found;
};
const interval = (value: number, low: number, high: number) => ({ value, low, high });

describe('the rows', () => {
  it('have names of their own, and verdicts where something is wanted', () => {
    expect(new Set(contrasts.map(({ contrast }) => contrast)).size).toBe(contrasts.length);
    for (const { wanted, reached } of contrasts)
      expect(reached === undefined).toBe(wanted === 'reported');
  });

  it('judge a gain by its size and its interval', () => {
    const { reached } = named('icl-3 - template, turn 1');
    expect(reached?.(interval(3, 2, 4), undefined)).toBe(true);
    expect(reached?.(interval(2.4, 2, 3), undefined)).toBe(false);
    expect(reached?.(interval(3, -1, 7), undefined)).toBe(false);
  });

  it('judge a loss the other way', () => {
    const { reached } = named('shift-12 - icl-12, context');
    expect(reached?.(interval(-2, -3, -1), undefined)).toBe(true);
    expect(reached?.(interval(-1.4, -2, -1), undefined)).toBe(false);
    expect(reached?.(interval(2, 1, 3), undefined)).toBe(false);
  });

  it('call a curve flat that no longer rises, or rises by less than a third', () => {
    const { reached } = named('icl-24 - icl-12, context');
    const before = interval(3, 2, 4);
    expect(reached?.(interval(0.2, -0.1, 0.5), before)).toBe(true);
    expect(reached?.(interval(0.8, 0.5, 1), before)).toBe(true);
    expect(reached?.(interval(1.2, 0.5, 2), before)).toBe(false);
    // neither a fall nor a curve that never rose is flat
    expect(reached?.(interval(-0.5, -0.9, -0.1), before)).toBe(false);
    expect(reached?.(interval(0.2, -0.1, 0.5), interval(0.2, -0.2, 0.5))).toBe(false);
  });

  it('set the drop of the template against that of three demonstrations', () => {
    const { terms } = named('drop from T=0 to T=1: template - icl-3');
    expect(terms.map(({ factor, cell }) => [factor, cell.arm.id])).toEqual([
      [1, 'template'],
      [-1, 'template T=1'],
      [-1, 'icl-3'],
      [1, 'icl-3 T=1'],
    ]);
  });
});

describe('the plan', () => {
  it('asks each condition once, first turns first', () => {
    const rows = [
      bench('a', [plus(cell(icl(3), { ...world, turn: 2 }))]),
      bench('b', difference(icl(3), templateOnly)),
    ];
    expect(stepsFor(rows).map(stepName)).toEqual([
      'en world icl-3, turn 1',
      'en world icl-3, turn 2',
      'en context icl-3, turn 1',
      'en world template, turn 1',
      'en context template, turn 1',
    ]);
    const [, , context, template] = stepsFor(rows);
    expect(context && weightOf(context)).toBeGreaterThan(template ? weightOf(template) : Infinity);
  });

  it('leaves out rows whose model is not there', () => {
    const rows = [bench('a', [plus(cell(tuned(12), world))]), bench('b', [plus(cell(icl(3)))])];
    const { rows: left, missing } = possible(rows, (role) => role === 'base');
    expect(left.map(({ contrast }) => contrast)).toEqual(['b']);
    expect(missing).toEqual(['tuned']);
  });
});

describe('cellTable', () => {
  const row = (item: string, draw: number, more: Partial<ScoredRow>): ScoredRow => ({
    condition: '',
    item,
    part: 'world',
    evidence: null,
    category: 'math',
    language: 'en',
    draw,
    turn: 1,
    promptHash: '',
    answer: '',
    stopped: true,
    score: 1,
    content: 0,
    format: 0,
    style: 0,
    stop: 0,
    ...more,
  });

  it('has items by id, draws in order, and the measure asked for', () => {
    const rows = [
      row('b', 1, { score: 4, content: 2, stop: 1, format: 1 }),
      row('b', 0, { score: 3, content: 5, stop: 1, format: 2 }),
      row('a', 1, { score: 2, format: 2 }),
      row('a', 0, { score: 1 }),
    ];
    expect(cellTable(rows, 'score')).toEqual({
      items: ['a', 'b'],
      values: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(cellTable(rows, 'right').values).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(cellTable(rows, 'obeys').values).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});

describe('tableLines', () => {
  it('lines the columns up', () => {
    const measured: MeasuredContrast[] = [
      {
        contrast: 'long name',
        unit: 'points',
        ...interval(-1.5, -2, -1),
        n: { items: 80, draws: 5 },
        wanted: 'x',
        reached: 'yes',
      },
      {
        contrast: 'b',
        unit: 'share',
        ...interval(0.5, 0.25, 1),
        n: { items: 8, draws: 1 },
        wanted: 'reported',
        reached: 'reported',
      },
    ];
    expect(tableLines(measured)).toEqual([
      'contrast    value      95 % interval       n  wanted    reached',
      'long name   -1.50     [-2.00, -1.00]  80 x 5  x         yes',
      'b          50.0 %  [25.0 %, 100.0 %]   8 x 1  reported',
    ]);
  });
});
