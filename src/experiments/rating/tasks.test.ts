import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyGround, fullGround, keysOf } from './testing/grounds.ts';
import { answersIn, singleTasks } from './tasks.ts';

const keysIn = (tasks: ReturnType<typeof singleTasks>) =>
  tasks.flatMap((task) => answersIn(task).map(({ key }) => key));

it('shows every answer once, in an order that the seed alone decides', () => {
  fc.assert(
    fc.property(anyGround, fc.nat(0xffff_ffff), (ground, seed) => {
      const keys = keysIn(singleTasks(ground, seed));
      expect(new Set(keys)).toEqual(keysOf(ground));
      expect(keys).toHaveLength(keysOf(ground).size);
      expect(keysIn(singleTasks(structuredClone(ground), seed))).toEqual(keys);
    }),
  );
});

it('gives another order by another seed, and none that goes arm by arm', () => {
  const ground = fullGround(4, 20);
  const [one, other] = [1, 2].map((seed) => keysIn(singleTasks(ground, seed)));
  expect(one).not.toEqual(other);
  expect(one).not.toEqual(one?.toSorted());
});

it('is balanced over arms wherever a rater stops', () => {
  const sizes = fc.record({ arms: fc.integer({ min: 1, max: 8 }), questions: fc.nat(20) });
  fc.assert(
    fc.property(sizes, fc.nat(1000), ({ arms, questions }, seed) => {
      const counts = new Array<number>(arms).fill(0);
      for (const key of keysIn(singleTasks(fullGround(arms, questions), seed))) {
        const arm = Number(key.split('/')[0]);
        counts[arm] = (counts[arm] ?? 0) + 1;
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

it('has every arm on the same questions after each window, and no question twice in a round', () => {
  const keys = keysIn(singleTasks(fullGround(4, 12), 7));
  for (let from = 0; from < keys.length; from += 16) {
    const window = keys.slice(from, from + 16).map((key) => key.split('/')[1]);
    expect(new Set(window).size).toBe(4);
    for (let round = 0; round < 16; round += 4)
      expect(new Set(window.slice(round, round + 4)).size).toBe(4);
  }
});
