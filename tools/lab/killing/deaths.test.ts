import { expect, it } from 'vitest';
import { deaths, fateOf } from './deaths.ts';

it('draws the same fates from the same seed, others from another, and every kind of death', () => {
  const fates = (seed: number) => Array.from({ length: 100 }, (_, i) => fateOf(seed, i));
  expect(fates(1)).toEqual(fates(1));
  expect(fates(2)).not.toEqual(fates(1));
  expect(new Set(fates(1).map(({ death }) => death))).toEqual(new Set(deaths));
  expect(fates(1).some(({ cells }) => cells === null)).toBe(true);
});
