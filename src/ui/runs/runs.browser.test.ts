import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleRun, sampleRuns } from '../../domain/testing/sample-run.ts';
import { openStores, type Stores } from '../../store/stores.ts';
import { notices } from '../notices/notices.svelte.ts';
import { RunList } from './runs.svelte.ts';

let name: string;
let stores: Stores;

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  stores = await openStores({ name });
  await stores.runs.add(sampleRuns(3));
});

afterEach(async () => {
  stores.close();
  await deleteDB(name);
});

const ids = (list: RunList) => list.shown.map(({ id }) => id);

it('shows and counts what is stored, newest first', async () => {
  const list = new RunList(Promise.resolve(stores.runs), notices);
  await expect.poll(() => list.status).toBe('ready');
  expect(ids(list)).toEqual(['run-2', 'run-1', 'run-0']);
  expect(list.tally.arms).toEqual([{ value: 'Base + demonstrations', count: 3 }]);
  list.filter({ search: '"question 1"' });
  expect(ids(list)).toEqual(['run-1']);
});

it('has what changes while it is being read, whether that was read or not', async () => {
  const { runs } = stores;
  const read = runs.summaries.bind(runs);
  runs.summaries = async (onProgress) => {
    await runs.add([sampleRun(7)]);
    const summaries = await read(onProgress);
    await runs.add([sampleRun(8)]);
    await runs.remove(['run-1']);
    await runs.annotate('run-0', { tags: ['seen'] });
    return summaries;
  };
  const list = new RunList(Promise.resolve(runs), notices);
  await expect.poll(() => list.status).toBe('ready');
  expect(ids(list)).toEqual(['run-8', 'run-7', 'run-2', 'run-0']);
  expect(list.shown.at(-1)?.tags).toEqual(['seen']);
  expect(list.tally.tags).toEqual([{ value: 'seen', count: 1 }]);
});
