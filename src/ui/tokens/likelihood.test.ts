import { describe, expect, it } from 'vitest';
import { percent, stepOf } from './likelihood.ts';

describe('stepOf', () => {
  it.each([
    [0, 'sure'],
    [Math.log(0.9), 'sure'],
    [Math.log(0.6), 'likely'],
    [Math.log(0.2), 'open'],
    [Math.log(0.02), 'unlikely'],
    [-40, 'surprising'],
  ])('%f is %s', (logProbability, step) => expect(stepOf(logProbability)).toBe(step));
});

it('percent says no more than is known', () => {
  expect([0, Math.log(0.834), Math.log(0.0042), -20].map(percent)).toEqual([
    '100 %',
    '83 %',
    '0.4 %',
    '< 0.1 %',
  ]);
});
