import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cell } from '../../domain/cell.ts';
import { sampleCell, sampleFailure } from '../../domain/testing/sample-experiment.ts';
import { merged, onePerKey } from './merge.ts';

it('keeps a result, whatever comes', () => {
  const result = sampleCell(1);
  expect(merged(result, sampleCell(1, { device: 'webgpu' }))).toEqual({
    kept: result,
    outcome: 'there',
  });
  expect(merged(result, sampleFailure(1, 60)).outcome).toBe('there');
});

it('lets a failure give way to a result, and to a later failure', () => {
  const failure = sampleFailure(1, 5);
  expect(merged(failure, sampleCell(1))).toEqual({ kept: sampleCell(1), outcome: 'replaced' });
  expect(merged(failure, sampleFailure(1, 6)).outcome).toBe('replaced');
  expect(merged(failure, sampleFailure(1, 5)).outcome).toBe('there');
  expect(merged(failure, sampleFailure(1, 4)).outcome).toBe('there');
});

it('lets what cannot be read give way to anything', () => {
  expect(merged({ ...sampleCell(1), generation: null }, sampleFailure(1)).outcome).toBe('replaced');
  expect(merged(undefined, sampleFailure(1)).outcome).toBe('added');
});

it('ends with the same kind of cell in whatever order they come', () => {
  const cell = fc.oneof(
    fc.constant<Cell>(sampleCell(1)),
    fc.nat(5).map<Cell>((later) => sampleFailure(1, later)),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const [kept] = onePerKey(cells);
      expect(onePerKey(cells.toReversed())).toEqual([kept]);
      const results = cells.filter(({ kind }) => kind === 'answer');
      const latest = cells.map(({ createdAt }) => createdAt).sort();
      expect(kept).toEqual(results[0] ?? { ...cells[0], createdAt: latest.at(-1) });
    }),
  );
});
