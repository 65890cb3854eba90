import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../domain/hash.ts';
import {
  sampleCell,
  sampleExperiment,
  sampleFailure,
  sampleKey,
  sampleRating,
  sampleRecipe,
} from '../../domain/testing/sample-experiment.ts';
import { openStores, type Stores } from '../stores.ts';
import type { ExperimentStore, RemovedExperiment } from './experiment-store.ts';

const objectStores = ['experiments', 'rounds', 'cells', 'texts', 'ratings'];
let name: string;
let stores: Stores;
let store: ExperimentStore;

/** Everything that is stored of experiments, as it is. */
async function everything(): Promise<Record<string, unknown[]>> {
  const database = await openDB(name);
  const found: Record<string, unknown[]> = {};
  for (const each of objectStores) found[each] = await database.getAll(each);
  database.close();
  return found;
}

const round = (experiment: string, number: number, indices: number[]) => ({
  id: `${experiment}/${number}`,
  experiment,
  number,
  cells: indices.map((index) => ({ key: sampleKey(index) })),
});

/** Two experiments: cells 0 to 3 are the first's, 2 and 3 the second's too, 4 the second's alone. */
beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  stores = await openStores({ name });
  store = stores.experiments;
  const other = { text: 'Other rules.\n', hash: await sha256('Other rules.\n') };
  const asOther = (index: number) => {
    const cell = sampleCell(index);
    return { ...cell, prompt: { ...cell.prompt, recipe: other.hash } };
  };
  await store.put(sampleExperiment(0));
  await store.put(sampleExperiment(1));
  await store.putRound(round('experiment-0', 0, [0, 1]));
  await store.putRound(round('experiment-0', 1, [2, 3, 9]));
  await store.putRound(round('experiment-1', 0, [2, 3, 4]));
  const cells = [asOther(0), sampleFailure(1), sampleCell(2), sampleFailure(3), sampleCell(4)];
  await store.addCells(cells, [sampleRecipe, other]);
  await store.addRating(sampleRating(0));
  await store.addRating(sampleRating(1, { experiment: 'experiment-1' }));
});

afterEach(async () => {
  stores.close();
  await deleteDB(name);
});

describe('a removal', () => {
  it('takes what is the experiment’s alone, and restoring brings it back as it was', async () => {
    const before = await everything();
    const removed = await store.remove('experiment-0');
    const left = await everything();
    expect(left.experiments).toEqual([sampleExperiment(1)]);
    expect(left.rounds).toEqual([round('experiment-1', 0, [2, 3, 4])]);
    expect(left.ratings).toEqual([sampleRating(1, { experiment: 'experiment-1' })]);
    expect([...(await store.cellStates([0, 1, 2, 3, 4].map(sampleKey))).keys()].sort()).toEqual(
      [2, 3, 4].map(sampleKey).sort(),
    );
    expect(left.texts).toEqual([sampleRecipe.text]);
    await store.restore(removed as RemovedExperiment);
    expect(await everything()).toEqual(before);
  });

  it('of the last experiment leaves nothing', async () => {
    await store.remove('experiment-0');
    await store.remove('experiment-1');
    expect(Object.values(await everything()).flat()).toEqual([]);
  });

  it('of what is not stored does nothing', async () => {
    const before = await everything();
    expect(await store.remove('none')).toBeNull();
    expect(await everything()).toEqual(before);
  });

  it('takes and restores records that cannot be read, and keeps cells that such a round names', async () => {
    const database = await openDB(name);
    await database.put('rounds', { ...round('experiment-1', 7, [0]), number: 'seven' });
    await database.put('cells', { key: sampleKey(9), from: 'elsewhere' });
    await database.put('experiments', { ...sampleExperiment(0), state: 'asleep' });
    database.close();
    const before = await everything();
    const removed = await store.remove('experiment-0');
    const left = (await everything()).cells as { key: string }[];
    expect(left.map(({ key }) => key).sort()).toEqual([0, 2, 3, 4].map(sampleKey).sort());
    await store.restore(removed as RemovedExperiment);
    expect(await everything()).toEqual(before);
  });
});

describe('restoring', () => {
  it('twice is restoring once, and keeps a cell that was made meanwhile', async () => {
    const removed = (await store.remove('experiment-0')) as RemovedExperiment;
    await store.addCell(sampleCell(1));
    await store.restore(removed);
    const once = await everything();
    await store.restore(removed);
    expect(await everything()).toEqual(once);
    expect((await store.cells([sampleKey(1)])).get(sampleKey(1))).toEqual(sampleCell(1));
  });

  it('is told', async () => {
    const told: unknown[] = [];
    const removed = (await store.remove('experiment-0')) as RemovedExperiment;
    store.onChange((change) => told.push(change));
    await store.restore(removed);
    expect(told).toContainEqual({ kind: 'put', records: [sampleExperiment(0)] });
  });
});
