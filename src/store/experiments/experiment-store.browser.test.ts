import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  sampleCell,
  sampleExperiment,
  sampleKey,
  sampleRating,
} from '../../domain/testing/sample-experiment.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { openStores, type Stores } from '../stores.ts';
import type { ExperimentChange, ExperimentStore } from './experiment-store.ts';

let name: string;
let stores: Stores;
let store: ExperimentStore;

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  stores = await openStores({ name });
  store = stores.experiments;
});

afterEach(async () => {
  stores.close();
  await deleteDB(name);
});

const round = (number: number, experiment = 'experiment-0') => ({
  id: `${experiment}/${number}`,
  experiment,
  number,
  purpose: 'all',
  cells: [{ key: sampleKey(number), arm: 0 }],
});

describe('records', () => {
  it('come back as they were stored, changed last first', async () => {
    for (const i of [1, 3, 2]) await store.put(sampleExperiment(i));
    await store.put(
      sampleExperiment(1, { updatedAt: '2026-01-01T00:00:00.000Z', state: 'finished' }),
    );
    expect((await store.list()).map(({ id }) => id)).toEqual([
      'experiment-1',
      'experiment-3',
      'experiment-2',
    ]);
    expect(await store.get('experiment-2')).toEqual(sampleExperiment(2));
    expect(await store.get('none')).toBeUndefined();
  });

  it('that do not fit are refused by field, or left out and told', async () => {
    const wrong = { ...sampleExperiment(1), state: 'asleep' as 'stopped' };
    const problem = await problemOf(store.put(wrong));
    expect(problem.message).toContain('experiment experiment-1.state');
    await store.put(sampleExperiment(2));
    const database = await openDB(name);
    await database.put('experiments', wrong);
    database.close();
    const told: string[] = [];
    store.onProblem(({ message }) => told.push(message));
    expect((await store.list()).map(({ id }) => id)).toEqual(['experiment-2']);
    expect(told).toEqual([expect.stringMatching(/saved experiment experiment-1 .*state/)]);
    expect((await problemOf(store.get('experiment-1'))).code).toBe('file-damaged');
  });
});

describe('rounds', () => {
  it('come back as they were stored, in order, of their experiment alone', async () => {
    await store.put(sampleExperiment(0));
    await store.put(sampleExperiment(1));
    for (const number of [10, 2, 0]) await store.putRound(round(number));
    await store.putRound(round(1, 'experiment-1'));
    expect(await store.rounds('experiment-0')).toEqual([round(0), round(2), round(10)]);
    expect(await store.rounds('none')).toEqual([]);
  });

  it('need a number, keys, and a stored experiment', async () => {
    await store.put(sampleExperiment(0));
    expect((await problemOf(store.putRound({ ...round(0), number: -1 }))).message).toContain(
      'number',
    );
    const noKey = { ...round(0), cells: [{ arm: 0 }] } as unknown as ReturnType<typeof round>;
    expect((await problemOf(store.putRound(noKey))).message).toContain('cells[0].key');
    const problem = await problemOf(store.putRound(round(0, 'gone')));
    expect(problem.message).toContain('gone');
    expect(problem.code).toBe('bad-input');
    expect(await store.rounds('experiment-0')).toEqual([]);
    expect(await store.rounds('gone')).toEqual([]);
  });
});

describe('ratings', () => {
  it('come back in the order given, are replaced and removed', async () => {
    await store.put(sampleExperiment(0));
    for (const i of [2, 0, 1]) await store.addRating(sampleRating(i));
    await store.removeRating('rating-1');
    const better = sampleRating(2, {
      judgment: { kind: 'pair', left: sampleKey(0), right: sampleKey(1), better: 'tie' },
    });
    await store.addRating(better);
    expect(await store.ratings('experiment-0')).toEqual([sampleRating(0), better]);
  });

  it('need a stored experiment', async () => {
    expect((await problemOf(store.addRating(sampleRating(0)))).message).toContain('experiment-0');
  });
});

describe('changes', () => {
  it('are told here and in other tabs, cells together', async () => {
    const other = await openStores({ name });
    const here: ExperimentChange[] = [];
    const there: ExperimentChange[] = [];
    store.onChange((change) => here.push(change));
    other.experiments.onChange((change) => there.push(change));
    await store.put(sampleExperiment(0));
    await store.putRound(round(0));
    await Promise.all(Array.from({ length: 50 }, (_, i) => store.addCell(sampleCell(i))));
    await store.addCell(sampleCell(0));
    const cells = (changes: ExperimentChange[]) =>
      changes.flatMap((change) => (change.kind === 'cells' ? change.added : []));
    await expect.poll(() => cells(there)).toHaveLength(50);
    expect(new Set(cells(there)).size).toBe(50);
    expect(there.length).toBeLessThan(20);
    await store.remove('experiment-0');
    await expect.poll(() => there.at(-1)).toEqual({ kind: 'removed', ids: ['experiment-0'] });
    expect(there).toEqual(here);
    expect(here[0]).toEqual({ kind: 'put', records: [sampleExperiment(0)] });
    other.close();
  });

  it('that wait are told before a store closes', async () => {
    const other = await openStores({ name });
    const heard: ExperimentChange[] = [];
    store.onChange((change) => heard.push(change));
    await other.experiments.addCell(sampleCell(0));
    other.close();
    await expect.poll(() => heard).toEqual([{ kind: 'cells', added: [sampleKey(0)] }]);
  });
});
