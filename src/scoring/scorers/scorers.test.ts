import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import type { AnsweredTurn, Scored } from '../answered.ts';
import type { BenchTurn } from '../lab-80/schema.ts';
import { capital, ready, score } from '../testing/answers.ts';

describe('lab-80', () => {
  const said = 'Glad to help! The capital of Spain is Madrid. Write again.';
  const style = { opening: 'Glad to help!', closing: 'Write again.' };

  it('gives the score and its parts', () => {
    const more = { turnSpec: capital, style };
    expect(score({ kind: 'lab-80' }, said, more)).toEqual({ value: 10 });
    expect(score({ kind: 'lab-80', part: 'content' }, said, more)).toEqual({ value: 5 });
    expect(score({ kind: 'lab-80', part: 'style' }, said, { turnSpec: capital })).toEqual({
      value: 0,
    });
  });

  it('counts the end token and the closing fence as the end, and no heading', () => {
    const stop = (more: Partial<AnsweredTurn>): Scored =>
      score({ kind: 'lab-80', part: 'stop' }, 'It is Madrid.', { turnSpec: capital, ...more });
    expect(stop({})).toEqual({ value: 1 });
    expect(stop({ stopReason: 'stop-string', stopString: '```' })).toEqual({ value: 1 });
    expect(stop({ stopReason: 'stop-string', stopString: '\n```' })).toEqual({ value: 1 });
    expect(stop({ stopReason: 'stop-string', stopString: '# Query' })).toEqual({ value: 0 });
    expect(stop({ stopReason: 'length' })).toEqual({ value: 0 });
  });

  it('judges the raw text: a language that a fence names is no line of code', () => {
    const turnSpec: BenchTurn = {
      query: 'Write code that prints 1.',
      answer: 'print(1)',
      check: { kind: 'words', all: ['print(1)'], none: [] },
      format: 'code',
    };
    expect(
      score({ kind: 'lab-80', part: 'format' }, '```python\nprint(1)\n```', {
        turnSpec,
        answer: 'python\nprint(1)',
      }),
    ).toEqual({ value: 2 });
  });

  it('is an error for another question', () => {
    expect(score({ kind: 'lab-80' }, said)).toHaveProperty('error');
  });
});

describe('exact and contains', () => {
  it('take forms of a letter, letter case and white space as one', () => {
    const same = [
      ['Straße', 'STRASSE'],
      ['Ⅳ  ﬁsh', 'iv\nFish'],
      ['  Cafe\u0301 noir ', 'café\u00a0NOIR'],
      ['ΟΔΟΣ', 'οδος'],
    ] as const;
    for (const [given, reference] of same) {
      expect(score({ kind: 'exact' }, given, { reference }), given).toEqual({ value: 1 });
      expect(score({ kind: 'contains' }, `x ${given}!`, { reference }), given).toEqual({
        value: 1,
      });
    }
    expect(score({ kind: 'exact', caseSensitive: true }, 'madrid')).toEqual({ value: 0 });
    expect(score({ kind: 'contains', caseSensitive: true }, 'in madrid')).toEqual({ value: 0 });
    expect(score({ kind: 'contains', caseSensitive: true }, 'in  Madrid.')).toEqual({ value: 1 });
  });

  it('differ in what stands beside the reference', () => {
    expect(score({ kind: 'exact' }, 'Madrid.')).toEqual({ value: 0 });
    expect(score({ kind: 'contains' }, 'It is Madrid.')).toEqual({ value: 1 });
    expect(score({ kind: 'contains' }, 'It is Lisbon.')).toEqual({ value: 0 });
    expect(score({ kind: 'exact' }, '')).toEqual({ value: 0 });
  });

  it('are errors without a reference', () => {
    for (const kind of ['exact', 'contains'] as const)
      for (const reference of [null, '', ' \n'])
        expect(score({ kind }, 'Madrid', { reference })).toHaveProperty('error');
  });
});

describe('regex', () => {
  it('searches the answer', () => {
    const year = { kind: 'regex', pattern: '\\b(18|19)\\d\\d\\b' } as const;
    expect(score(year, 'It was in 1927.')).toEqual({ value: 1 });
    expect(score(year, 'It was in 19271.')).toEqual({ value: 0 });
    expect(score({ kind: 'regex', pattern: '^madrid$', flags: 'im' }, 'So:\nMADRID')).toEqual({
      value: 1,
    });
  });

  it('refuses a pattern that does not compile, before anything runs', () => {
    const build = () => ready({ kind: 'regex', pattern: '[a' });
    expect(build).toThrow(Problem);
    expect(build).toThrow('/[a/');
  });
});

describe('length and likelihood', () => {
  it('counts tokens, and has none where they were not recorded', () => {
    expect(score({ kind: 'length' }, 'Madrid')).toEqual({ value: 3 });
    expect(score({ kind: 'length' }, 'Madrid', { tokens: [] })).toHaveProperty('error');
    expect(score({ kind: 'length' }, '', { tokens: [] })).toEqual({ value: 0 });
  });

  it('sums, averages and makes a perplexity of log-probabilities', () => {
    const logProbabilities = [Math.log(0.5), Math.log(0.125)];
    const value = (as: 'mean' | 'sum' | 'perplexity'): Scored =>
      score({ kind: 'likelihood', as }, '', { logProbabilities });
    expect(value('sum')).toEqual({ value: Math.log(0.5) + Math.log(0.125) });
    expect(value('mean')).toMatchObject({ value: expect.closeTo(Math.log(0.25), 12) });
    expect(value('perplexity')).toMatchObject({ value: expect.closeTo(4, 12) });
  });

  it('has no likelihood without numbers, or with one that is none', () => {
    expect(score({ kind: 'likelihood' }, 'a')).toHaveProperty('error');
    expect(score({ kind: 'likelihood' }, 'a', { logProbabilities: [] })).toHaveProperty('error');
    expect(score({ kind: 'likelihood' }, 'a', { logProbabilities: [-1, -Infinity] })).toMatchObject(
      { error: expect.stringContaining('Token 2') },
    );
  });
});

describe('degeneration', () => {
  const code = 'It is this:\ndef f(x):\n    return x';

  it('is 1 with its evidence, or 0', () => {
    const loop = score({ kind: 'degeneration', of: 'loop' }, 'I do not know that. '.repeat(9));
    expect(loop).toMatchObject({ value: 1, evidence: [{ start: 0 }] });
    expect(score({ kind: 'degeneration', of: 'loop' }, 'Madrid.')).toEqual({ value: 0 });
    expect(
      score({ kind: 'degeneration', of: 'stop' }, 'Madrid', { stopReason: 'length' }),
    ).toMatchObject({ value: 1 });
    const spanish = 'La capital de España es la ciudad de Madrid.';
    expect(score({ kind: 'degeneration', of: 'language' }, spanish)).toMatchObject({ value: 1 });
    expect(score({ kind: 'degeneration', of: 'language' }, 'Madrid.')).toHaveProperty('error');
  });

  it('allows code where the user asks for it, in this turn or before, or the category is coding', () => {
    const value = (more: Partial<AnsweredTurn>) =>
      score({ kind: 'degeneration', of: 'code' }, code, more);
    expect(value({})).toMatchObject({ value: 1 });
    expect(
      value({ userSaid: 'Write a Python program.\nNow shorter.', query: 'Now shorter.' }),
    ).toEqual({ value: 0 });
    expect(value({ category: 'coding' })).toEqual({ value: 0 });
    expect(value({ turnSpec: { ...capital, format: 'code' } })).toEqual({ value: 0 });
  });
});

describe('hand', () => {
  it('waits for a reader', () => {
    expect(score({ kind: 'hand' }, 'Madrid')).toHaveProperty('error');
  });
});
