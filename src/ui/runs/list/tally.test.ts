import { expect, it } from 'vitest';
import { sampleRun } from '../../../domain/testing/sample-run.ts';
import { summaryOf } from '../../../store/summary.ts';
import { tallied } from './tally.ts';

it('counts values, the most frequent first, however long the list is', () => {
  const one = summaryOf(sampleRun(0));
  const runs = Array.from({ length: 12_000 }, (_, i) => ({
    ...one,
    arm: i % 3 === 0 ? 'Arm 2' : 'Arm 10',
    model: i % 2 === 0 ? 'B' : 'A',
    tags: i < 2 ? ['x', 'water', 'x'] : i < 3 ? ['x'] : [],
  }));
  const counting = tallied(runs);
  let steps = 0;
  let last = counting.next();
  for (; !last.done; last = counting.next()) steps++;
  expect(steps).toBe(2);
  expect(last.value).toEqual({
    arms: [
      { value: 'Arm 10', count: 8_000 },
      { value: 'Arm 2', count: 4_000 },
    ],
    models: [
      { value: 'A', count: 6_000 },
      { value: 'B', count: 6_000 },
    ],
    tags: [
      { value: 'x', count: 3 },
      { value: 'water', count: 2 },
    ],
  });
});
