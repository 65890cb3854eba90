import { expect, it } from 'vitest';
import type { Judgment } from '../../domain/experiment.ts';
import { blindRatings, givenIn, newRating, openTasks, raterState } from './raters.ts';
import { pairTasks } from './pairs.ts';
import { answersIn, singleTasks } from './tasks.ts';
import { fullGround } from './testing/grounds.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const rating = (rater: string, minute: number, judgment: Judgment) =>
  newRating('e', rater, judgment, at(minute));
const single = (cell: string, points = 5): Judgment => ({ kind: 'single', cell, rating: points });

it('counts nothing that a rater judged after the arms were shown, and all of the others', () => {
  const ratings = [
    rating('Ada', 1, single('a')),
    rating('Ada', 2, { kind: 'reveal' }),
    rating('Ada', 3, single('b')),
    rating('Ben', 3, single('b')),
    rating('Ada', 4, { kind: 'reveal' }),
  ];
  expect(blindRatings(ratings)).toEqual([ratings[0], ratings[3]]);
  expect(raterState(ratings, 'Ada')).toMatchObject({ judged: 1, revealed: true });
  expect(raterState(ratings, 'Ben')).toMatchObject({ judged: 1, revealed: false });
});

it('leaves open what was neither judged nor passed over, in either mode', () => {
  const ground = fullGround(2, 3);
  const singles = singleTasks(ground, 1);
  const { tasks: pairs } = pairTasks(ground, [0, 1], 1);
  const [first, second] = singles;
  const [pair] = pairs;
  if (first?.kind !== 'single' || second?.kind !== 'single' || pair?.kind !== 'pair')
    throw new Error('no such tasks');
  const judgments: Judgment[] = [
    single(first.answer.key),
    { kind: 'skip', cells: [second.answer.key] },
    // shown on the other sides once
    { kind: 'pair', left: pair.right.key, right: pair.left.key, better: 'tie' },
  ];
  const state = raterState(
    judgments.map((judgment, i) => rating('Ada', i, judgment)),
    'Ada',
  );
  expect(state).toMatchObject({ judged: 2, skipped: 1 });
  expect(openTasks(singles, state)).toEqual(singles.slice(2));
  expect(openTasks(pairs, state)).toEqual(pairs.slice(1));
  expect(openTasks(singles, raterState([], 'Ada'))).toEqual(singles);
  expect(givenIn(state, 'single').map(({ judgment }) => judgment)).toEqual(judgments.slice(0, 2));
  expect(givenIn(state, 'pair')).toHaveLength(1);
});

it('has one id for one thing that one rater judges, and others for others', () => {
  const id = (rater: string, judgment: Judgment) => newRating('e', rater, judgment).id;
  expect(id('Ada', single('a', 2))).toBe(id('Ada', { kind: 'skip', cells: ['a'] }));
  expect(id('Ada', { kind: 'pair', left: 'a', right: 'b', better: 'left' })).toBe(
    id('Ada', { kind: 'pair', left: 'b', right: 'a', better: 'tie' }),
  );
  const others = [id('Ada', single('a')), id('Ben', single('a')), id('Ada', { kind: 'reveal' })];
  expect(new Set(others).size).toBe(3);
});

it('shows no answer again beside another one', () => {
  const ground = fullGround(3, 4);
  const [first] = pairTasks(ground, [0, 1], 1).tasks;
  if (first?.kind !== 'pair') throw new Error('no such task');
  const { left, right } = first;
  const judged = rating('Ada', 0, { kind: 'skip', cells: [left.key, right.key] });
  const { tasks } = pairTasks(ground, [0, 1, 2], 1);
  const shown = openTasks(tasks, raterState([judged], 'Ada')).flatMap((task) =>
    answersIn(task).map(({ key }) => key),
  );
  expect(shown).not.toContain(left.key);
  expect(shown).not.toContain(right.key);
  expect(shown.length).toBeGreaterThan(0);
});
