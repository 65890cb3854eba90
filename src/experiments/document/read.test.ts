import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { smallDocument } from '../testing/documents.ts';
import { checkDocument, readDocument } from './read.ts';

const good = smallDocument();
const message = (change: Record<string, unknown>): string => {
  try {
    checkDocument({ ...good, ...change });
  } catch (thrown) {
    return Problem.from(thrown).message;
  }
  return 'nothing was wrong';
};
const factor = (levels: number, name = 'f') => ({
  name,
  levels: Array.from({ length: levels }, (_, i) => ({ label: String(i), set: {} })),
});

describe('A document', () => {
  it('is read as it was written', () => {
    expect(readDocument(JSON.stringify(good))).toEqual(good);
  });

  it('has its place named where it is no JSON', () => {
    expect(() => readDocument('{"format": ')).toThrow(/^This is not JSON: /);
  });

  it.each([
    ['a wrong field', { colour: 1 }, /^colour: /],
    ['a wrong value', { turns: 3 }, /^turns: /],
    ['an empty factor', { factors: [factor(0)] }, 'factors[0].levels: a factor needs a level'],
    ['a factor twice', { factors: [factor(1), factor(1)] }, /^factors\[1\]\.name: /],
    ['a level of no meaning', { without: [{ arm: 'nobody' }] }, /^without\[0\]\.arm: /],
    [
      'an axis of no meaning',
      { figure: { kind: 'table', rows: 'x', columns: 'turn' } },
      /^figure\.rows: /,
    ],
    ['a scorer twice', { scorers: [{ kind: 'exact' }, { kind: 'exact' }] }, /^scorers\[1\]: /],
    ['a pattern', { scorers: [{ kind: 'regex', pattern: '(' }] }, /^scorers\[0\]: /],
    ['no seed', { seeds: [] }, /^seeds: /],
    [
      'a search by a rate of failures',
      {
        scorers: [{ kind: 'degeneration', of: 'loop' }],
        figure: { kind: 'histogram' },
        search: {
          candidates: 2,
          rounds: 1,
          threshold: null,
          check: { questions: good.questions, factors: [] },
        },
      },
      /^scorers: a search needs/,
    ],
  ])('with %s is refused by its place', (_, change, expected) => {
    expect(message(change)).toMatch(expected);
  });

  it('of a billion cells is refused before any is made', () => {
    const factors = Array.from({ length: 9 }, (_, i) => factor(10, `f${i}`));
    const figure = { kind: 'table', rows: 'f0', columns: 'turn' };
    expect(message({ factors, figure, turns: 1, seeds: [1] })).toBe(
      'The document asks for 1,000,000,000 cells a question; the lab takes 100,000 at most.',
    );
  });

  it('has contrasts of arms that it has', () => {
    const contrast = (where: Record<string, string>) => ({
      contrasts: [
        { id: 'c', label: 'c', terms: [{ weight: 1, where }], expect: { kind: 'above', than: 0 } },
      ],
    });
    expect(message(contrast({ arm: 'URIAL' }))).toBe('nothing was wrong');
    expect(message(contrast({ arm: 'nobody' }))).toBe(
      'contrasts[0] “c”, terms[0]: arm has no level “nobody”.',
    );
  });
});
