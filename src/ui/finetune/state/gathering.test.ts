import { expect, it } from 'vitest';
import { demonstration } from '../../../domain/demonstration.ts';
import { problemOf } from '../../../domain/testing/problem-of.ts';
import { gather, without } from './gathering.ts';
import { diskShelf } from './test/disk-shelf.ts';

const shelf = diskShelf();
const none = { demonstrations: [], shelf };

it('draws from the pool by the seed, dressed alike', async () => {
  const draw = (seed: number) =>
    gather({ material: { kind: 'pool', count: 5, seed }, prefer: false }, none);
  const [one, again, other] = [await draw(1), await draw(1), await draw(2)];
  expect(one.set.examples).toHaveLength(5);
  expect(again).toEqual(one);
  expect(other.set).not.toEqual(one.set);
});

it('prefers every answer to that of the next question', async () => {
  const demonstrations = ['a', 'b', 'c'].map((name) => demonstration(`${name}?`, name));
  const { set } = await gather(
    { material: { kind: 'recipe' }, prefer: true },
    { demonstrations, shelf },
  );
  const pairs = set.examples.map(({ example }) =>
    'chosen' in example ? [example.query, example.chosen, example.rejected] : [],
  );
  expect(pairs).toEqual([
    ['a?', 'a', 'b'],
    ['b?', 'b', 'c'],
    ['c?', 'c', 'a'],
  ]);
  expect(without(set, ['Demonstration 2']).examples).toHaveLength(2);
});

it('says what to do where there is nothing', async () => {
  const recipe = gather({ material: { kind: 'recipe' }, prefer: false }, none);
  expect((await problemOf(recipe)).remedy).toContain('pool');
  const material = { kind: 'data', name: 'big.jsonl', text: null } as const;
  expect((await problemOf(gather({ material, prefer: false }, none))).message).toContain('big');
});
