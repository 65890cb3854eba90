import { describe, expect, it } from 'vitest';
import type { FigureData, Measure } from './data.ts';
import { between, captionOf, counted, describe as inWords, number, sayPoint } from './say.ts';
import { samplePoint } from './testing/sample-point.ts';
import { samples } from './testing/samples.ts';

const score: Measure = { label: 'score', low: 1, high: 10, percent: false, digits: 2 };
const share: Measure = { label: 'share', low: 0, high: 1, percent: true, digits: 0 };
const point = samplePoint({ arm: 'URIAL', turn: 'turn 1' }, 4.12, 0, { low: 3.6, high: 4.7 });

describe('numbers', () => {
  it('have the measure’s decimals and a real minus', () => {
    expect(number(4.125, score)).toBe('4.13');
    expect(number(-0.3, score)).toBe('−0.30');
    expect(number(-0.001, score)).toBe('0.00');
    expect(number(0.617, share)).toBe('62 %');
  });

  it('make intervals in which no sign is lost', () => {
    expect(between({ low: 3.6, high: 4.72 }, score)).toBe('3.60–4.72');
    expect(between({ low: -0.3, high: 0.8 }, score)).toBe('−0.30 to 0.80');
    expect(between({ low: 0.58, high: 0.66 }, share)).toBe('58–66');
  });

  it('are counted', () => {
    expect(counted(1, 'question')).toBe('1 question');
    expect(counted(1200, 'question')).toBe('1,200 questions');
  });
});

describe('a point', () => {
  it('is said with interval and n', () => {
    const data = { measure: score, counted: 'question' };
    expect(sayPoint({ ...point, seeds: 1 }, data)).toBe(
      'URIAL, turn 1: 4.12, 3.60 to 4.70, 40 questions',
    );
    expect(sayPoint({ ...point, missing: 3, errors: 1 }, data)).toBe(
      'URIAL, turn 1: 4.12, 3.60 to 4.70, 40 questions, 5 seeds, 3 still to come, 1 failed and not counted',
    );
  });
});

describe('a caption', () => {
  const table = samples.table as Extract<FigureData, { kind: 'table' }>;

  it('has what the intervals are, n and what is not in them', () => {
    expect(captionOf({ ...table, points: [point] })).toBe(
      'Lab-80 score, 1 to 10; 95 % intervals over questions and seeds (bootstrap). ' +
        'n: 40 questions, 5 seeds per estimate.',
    );
    const points = [point, { ...point, n: 12, seeds: 1, missing: 2, errors: 1 }];
    expect(captionOf({ ...table, points })).toMatch(
      /n: 12 to 40 questions, 1 to 5 seeds per estimate\. Answers 2 still to come; 1 failed and not counted\.$/,
    );
    expect(captionOf({ ...table, points: [] })).toBe('Nothing has been measured yet.');
  });

  it('warns of the luck of a search’s winner', () => {
    expect(captionOf(samples.histogram)).toContain('partly luck');
  });
});

it('tells a figure’s ends to those who do not see it', () => {
  const points = [point, { ...point, label: 'bare', value: 2, low: 1.5, high: 2.5 }];
  expect(inWords({ ...samples.table, points } as FigureData)).toBe(
    'Table of means: Alignment by demonstrations and by tuning. ' +
      '2 estimates with intervals, Lab-80 score, 1 to 10. ' +
      'Highest URIAL, turn 1: 4.12, 3.60 to 4.70, 40 questions, 5 seeds. ' +
      'Lowest bare: 2.00, 1.50 to 2.50, 40 questions, 5 seeds.',
  );
});
