import { expect, it } from 'vitest';
import {
  sampleCell,
  sampleKey,
  sampleLikelihood,
} from '../../../src/domain/testing/sample-experiment.ts';
import { compareRuns } from './compare.ts';

const lines = (...cells: object[]) => cells.map((cell) => JSON.stringify(cell));
const expected = lines(sampleCell(0), sampleLikelihood(1), sampleCell(2));
const { generation } = sampleCell(0);

it('overlooks when cells were made and how long they took', () => {
  const later = sampleCell(0, {
    createdAt: '2031-01-01T00:00:00.000Z',
    generation: { ...generation, timings: { ...generation.timings, total: 9 } },
  });
  const found = lines(later, { ...sampleLikelihood(1), createdAt: later.createdAt }, sampleCell(2));
  expect(compareRuns(expected, found)).toEqual({
    cells: 3,
    notOnce: [],
    different: [],
    same: true,
  });
});

it('finds the last bit, another order, and cells that are not there once', () => {
  const [first = 0, ...rest] = generation.logProbabilities;
  const nudged = { ...generation, logProbabilities: [first + 2 ** -52, ...rest] };
  const other = lines(sampleCell(0, { generation: nudged }), sampleLikelihood(1), sampleCell(2));
  expect(compareRuns(expected, other)).toMatchObject({
    different: [{ key: sampleKey(0), fields: ['generation.logProbabilities'] }],
    same: false,
  });
  expect(compareRuns(expected, expected.toReversed())).toMatchObject({ notOnce: [], same: false });
  const [a = '', b = ''] = expected;
  expect(compareRuns(expected, [a, b, b, ...lines(sampleCell(7))]).notOnce.toSorted()).toEqual(
    [sampleKey(1), sampleKey(2), sampleKey(7)].toSorted(),
  );
});
