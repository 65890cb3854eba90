import { expect, it } from 'vitest';
import { deaths, fateOf } from './deaths.ts';

it('draws the same fates from the same seed, others from another, and every kind of death', () => {
  const fates = (seed: number) =>
    Array.from({ length: 100 }, (_, i) => fateOf(seed, i, { start: 9000, cell: 200 }));
  expect(fates(1)).toEqual(fates(1));
  expect(fates(2)).not.toEqual(fates(1));
  expect(new Set(fates(1).map(({ death }) => death))).toEqual(new Set(deaths));
  const after = (cells: boolean) => fates(1).filter((fate) => fate.cells > 0 === cells);
  expect(Math.max(...after(true).map(({ delay }) => delay))).toBeLessThan(200);
  expect(Math.max(...after(false).map(({ delay }) => delay))).toBeGreaterThan(8000);
});
