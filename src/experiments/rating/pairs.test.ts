import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blindAnswer, anyGround, fullGround } from './testing/grounds.ts';
import { pairTasks, tournament } from './pairs.ts';
import { answersIn } from './tasks.ts';

const all = (ground: { arms: readonly unknown[] }) => [...ground.arms.keys()];
const armOf = (key = '') => Number(key.split('/')[0]);

it('lets everybody meet everybody once, each at most once a day', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100), { maxLength: 12 }), (players) => {
      const days = tournament(players);
      for (const day of days) expect(new Set(day.flat()).size).toBe(2 * day.length);
      const met = days.flat().map((pair) => [...pair].sort((a, b) => a - b).join('-'));
      expect(new Set(met).size).toBe(met.length);
      expect(met).toHaveLength((players.length * (players.length - 1)) / 2);
    }),
  );
});

it('shows no answer twice, pairs what one question got, and goes by the seed alone', () => {
  fc.assert(
    fc.property(anyGround, fc.nat(0xffff_ffff), (ground, seed) => {
      const { tasks, same } = pairTasks(ground, all(ground), seed);
      const keys = tasks.flatMap((task) => answersIn(task).map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
      for (const task of tasks) {
        const [a, b] = answersIn(task);
        expect(a?.answer).not.toBe(b?.answer);
        const meet = ground.slots.some(({ answers }) => {
          const arms = [a, b].map((one) =>
            answers.flatMap((answer, arm) => (answer?.key === one?.key ? [arm] : [])),
          );
          return arms[0]?.some((x) =>
            arms[1]?.some((y) => x !== y && ground.arms[x]?.language === ground.arms[y]?.language),
          );
        });
        expect(meet).toBe(true);
      }
      for (const [a, b] of same) expect(ground.arms[a]?.language).toBe(ground.arms[b]?.language);
      expect(pairTasks(structuredClone(ground), all(ground), seed)).toEqual({ tasks, same });
    }),
  );
});

it('has every two arms meet equally often after each tournament', () => {
  for (const arms of [2, 3, 4, 5]) {
    const days = arms % 2 === 0 ? arms - 1 : arms;
    const { tasks } = pairTasks(fullGround(arms, 3 * days), all(fullGround(arms, 0)), 3);
    const pairs = (arms * (arms - 1)) / 2;
    expect(tasks).toHaveLength(3 * pairs);
    for (let from = 0; from < tasks.length; from += pairs) {
      const met = tasks.slice(from, from + pairs).map((task) =>
        answersIn(task)
          .map(({ key }) => armOf(key))
          .sort()
          .join('-'),
      );
      expect(new Set(met).size).toBe(pairs);
    }
  }
});

it('puts each arm on both sides', () => {
  const { tasks } = pairTasks(fullGround(2, 40), [0, 1], 1);
  const left = tasks.filter((task) => armOf(answersIn(task)[0]?.key) === 0).length;
  expect(left).toBeGreaterThan(8);
  expect(left).toBeLessThan(32);
});

it('takes only the arms chosen, and counts answers that are the same text', () => {
  const ground = fullGround(3, 10);
  const { tasks } = pairTasks(ground, [0, 2], 5);
  expect(tasks).toHaveLength(10);
  const arms = tasks.flatMap((task) => answersIn(task).map(({ key }) => armOf(key)));
  expect(new Set(arms)).toEqual(new Set([0, 2]));
  const alike = {
    ...ground,
    slots: ground.slots.map(({ item, answers }, i) => ({
      item,
      answers: answers.map((answer) => (i < 4 ? blindAnswer(answer?.key ?? '', 'x') : answer)),
    })),
  };
  expect(pairTasks(alike, [0, 2], 5).tasks).toHaveLength(6);
  expect(pairTasks(alike, [0, 2], 5).same).toHaveLength(4);
});
