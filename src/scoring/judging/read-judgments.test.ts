import { describe, expect, it } from 'vitest';
import { readJudgments } from './read-judgments.ts';

const said = (reply: string) => ({ reply, choices: null });
const weighed = (shares: Record<string, number>, leaning: Record<string, number> = shares) => ({
  reply: '',
  choices: Object.entries(shares).map(([choice, p]) => ({
    choice,
    logProbability: Math.log(p),
    contentFree: leaning[choice] === undefined ? null : Math.log(leaning[choice]),
  })),
});
const valueOf = (scored: ReturnType<typeof readJudgments>) =>
  'value' in scored ? Number(scored.value.toFixed(6)) : scored;

describe('one answer', () => {
  it('takes the rating as it was written', () => {
    const of = { of: 'one', as: 'parsed' } as const;
    expect(readJudgments([said('Rating: [[7]] since')], of)).toEqual({ value: 7 });
  });

  it('makes an error of a reply without a rating, with its text', () => {
    const scored = readJudgments([said('A fine answer.')], { of: 'one', as: 'parsed' });
    expect(scored).toEqual({
      error: 'The judge’s reply has no rating.',
      text: 'A fine answer.',
    });
  });

  it('weighs all ratings, and divides the leaning out', () => {
    const judgment = weighed({ '2': 0.2, '10': 0.2, '5': 0.4 }, { '2': 0.1, '10': 0.4, '5': 0.4 });
    expect(valueOf(readJudgments([judgment], { of: 'one', as: 'weighted' }))).toBe(5.5);
    // 2 : 0.5 : 1 of 3.5
    expect(valueOf(readJudgments([judgment], { of: 'one', as: 'calibrated' }))).toBeCloseTo(
      (2 * 2 + 10 * 0.5 + 5) / 3.5,
      5,
    );
    expect(readJudgments([said('[[7]]')], { of: 'one', as: 'weighted' })).toHaveProperty('error');
  });
});

describe('two answers', () => {
  const of = { of: 'two', as: 'parsed' } as const;
  it.each([
    ['[[A]]', '[[B]]', 1],
    ['[[B]]', '[[A]]', 0],
    ['[[C]]', '[[C]]', 0.5],
    ['[[A]]', '[[A]]', 0.5],
    ['[[A]]', '[[C]]', 0.5],
  ])('%s, then %s, is %d', (first, second, value) => {
    expect(readJudgments([said(first), said(second)], of)).toEqual({ value });
  });

  it('is an error where one order has no verdict, or is not there', () => {
    expect(readJudgments([said('[[A]]'), said('both')], of)).toHaveProperty('text', 'both');
    expect(readJudgments([said('[[A]]')], of)).toHaveProperty('error');
  });

  it('weighs verdicts of both orders: a leaning to the first place falls out', () => {
    const first = weighed({ A: 0.6, B: 0.2, C: 0.2 });
    const value = readJudgments([first, first], { of: 'two', as: 'weighted' });
    expect(valueOf(value)).toBe(0.5);
    const better = weighed({ A: 0.8, B: 0.1, C: 0.1 }, { A: 0.4, B: 0.05, C: 0.05 });
    const worse = weighed({ A: 0.1, B: 0.8, C: 0.1 });
    expect(valueOf(readJudgments([better, worse], { of: 'two', as: 'weighted' }))).toBe(0.85);
    expect(valueOf(readJudgments([better, better], { of: 'two', as: 'calibrated' }))).toBe(0.5);
  });
});
