import { expect, it } from 'vitest';
import { sampleRun } from '../../../domain/testing/sample-run.ts';
import { summaryOf } from '../../../store/summary.ts';
import { countIn, without, withPut } from './merge.ts';

const summary = (index: number) => summaryOf(sampleRun(index));
const list = [summary(5), summary(3), summary(1)];
const ids = (runs: { id: string }[]) => runs.map(({ id }) => id);

it('puts new runs where their time belongs, and replaces changed ones in place', () => {
  const changed = { ...summary(3), rating: 10 };
  const next = withPut(list, [summary(4), changed, summary(6)]);
  expect(ids(next)).toEqual(['run-6', 'run-5', 'run-4', 'run-3', 'run-1']);
  expect(next[3]).toBe(changed);
});

it('takes runs out', () => {
  expect(ids(without(list, ['run-3', 'none']))).toEqual(['run-5', 'run-1']);
});

it('counts what a list shows of some', () => {
  expect(countIn(list, new Set(['run-1', 'run-2', 'run-9', 'run-5']))).toBe(2);
  expect(countIn(list, new Set())).toBe(0);
});
