import { expect, it } from 'vitest';
import type { Contrast } from '../../../experiments/document/contrast.ts';
import { scaleOf } from './scale.ts';

const contrast = (expected: Contrast['expect']) =>
  ({ id: 'c', label: 'c', claim: null, terms: [], expect: expected }) as unknown as Contrast;
const above = contrast({ kind: 'above', than: 0 });

it('has room for every interval and every border', () => {
  const near = contrast({ kind: 'near', than: 1, within: 0.5 });
  const { low, high } = scaleOf([
    { contrast: above, interval: { value: 0.4, low: 0.2, high: 0.6 } },
    { contrast: near, interval: { value: 0.9, low: 0.5, high: 1.2 } },
  ]);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(1.5);
});

it('is never a point, nor empty', () => {
  expect(scaleOf([])).toEqual({ low: -1, high: 1 });
  const { low, high } = scaleOf([{ contrast: above, interval: null }]);
  expect(high).toBeGreaterThan(low);
});
