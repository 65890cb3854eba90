import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answersIn } from '../../../../experiments/rating/tasks.ts';
import { ratedResults } from '../../../../experiments/rating/testing/rated-results.ts';
import { storable } from '../../../../experiments/testing/storable.ts';
import { openStores, type Stores } from '../../../../store/stores.ts';
import { firstChoices, type RatingChoices } from './choices.ts';
import { RatingDesk } from './rating-desk.svelte.ts';

let name: string;
let stores: Stores;
let remembered: RatingChoices;
let problems: unknown[];

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  stores = await openStores({ name });
  remembered = { ...firstChoices, rater: 'Ada' };
  problems = [];
  const { record, rounds, cells } = storable(ratedResults(3));
  await stores.experiments.put(record);
  for (const round of rounds) await stores.experiments.putRound(round);
  await stores.experiments.addCells(cells);
});

afterEach(async () => {
  stores.close();
  await deleteDB(name);
});

async function desk(id = 'made'): Promise<RatingDesk> {
  const opened = new RatingDesk(id, {
    store: Promise.resolve(stores.experiments),
    notices: { problem: (thrown) => problems.push(thrown) },
    remembered,
    remember: (choices) => (remembered = choices),
  });
  await expect.poll(() => opened.status).not.toBe('opening');
  return opened;
}

/** Judges what is asked now. */
async function judge(on: RatingDesk, rating = 5): Promise<boolean> {
  const task = on.task;
  if (!task) return false;
  if (task.kind === 'single') return on.judge({ kind: 'single', cell: task.answer.key, rating });
  return on.judge({ kind: 'pair', left: task.left.key, right: task.right.key, better: 'left' });
}

const keysNow = (on: RatingDesk) => on.task && answersIn(on.task).map(({ key }) => key);

it('stores every judgment at once, and goes on from there later', async () => {
  const first = await desk();
  await first.begin();
  // 3 questions, 2 turns; the bare arm answers alike under both seeds
  expect(first.total).toBe(3 * 2 * 3);
  for (const points of [3, 4]) expect(await judge(first, points)).toBe(true);
  expect(await first.skip()).toBe(true);
  const next = keysNow(first);
  const later = await desk();
  expect(later.ratings).toEqual(first.ratings);
  expect([later.given.length, later.total]).toEqual([3, 18]);
  expect(keysNow(later)).toEqual(next);
});

it('takes back one by one, and asks the same again', async () => {
  const on = await desk();
  await on.begin();
  const [first, second] = [keysNow(on), (await judge(on)) && keysNow(on)];
  await on.skip();
  expect(await on.undo()).toBe(true);
  expect(keysNow(on)).toEqual(second);
  expect(await on.undo()).toBe(true);
  expect(keysNow(on)).toEqual(first);
  expect(await on.undo()).toBe(false);
  expect(await stores.experiments.ratings('made')).toEqual([]);
});

it('keeps the modes apart, and each rater', async () => {
  const on = await desk();
  await on.begin();
  await judge(on);
  on.change({ kind: 'pair' });
  expect(on.given).toHaveLength(0);
  const pairs = on.total;
  while (on.task) await judge(on);
  expect(on.given).toHaveLength(pairs);
  expect(await on.undo()).toBe(true);
  on.change({ kind: 'single', rater: 'Ben' });
  expect([on.given.length, on.total]).toEqual([0, 18]);
  expect(remembered).toMatchObject({ kind: 'single', rater: 'Ben' });
});

it('takes nothing more from a rater to whom the arms were shown, but from others', async () => {
  const on = await desk();
  await on.begin();
  await judge(on, 9);
  await on.uncover();
  expect(on.stage).toBe('reveal');
  expect(on.reveal?.means).toMatchObject([{ answers: 1, mean: 9 }]);
  expect(await judge(on)).toBe(false);
  expect(await on.undo()).toBe(false);
  const later = await desk();
  await later.begin();
  expect(later.stage).toBe('reveal');
  later.change({ rater: 'Ben' });
  await later.begin();
  expect(later.stage).toBe('rating');
  expect(await judge(later)).toBe(true);
});

it('takes one judgment of two keys at once, and tells what could not be stored', async () => {
  const on = await desk();
  await on.begin();
  expect((await Promise.all([judge(on), judge(on)])).filter(Boolean)).toHaveLength(1);
  await stores.experiments.remove('made');
  expect(await judge(on)).toBe(false);
  expect(problems).toHaveLength(1);
  expect(on.given).toHaveLength(1);
  expect((await desk()).status).toBe('missing');
});
