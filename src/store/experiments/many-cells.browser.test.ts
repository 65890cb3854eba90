import { deleteDB } from 'idb';
import { expect, it } from 'vitest';
import {
  sampleCell,
  sampleExperiment,
  sampleFailure,
  sampleRecipe,
} from '../../domain/testing/sample-experiment.ts';
import { openStores } from '../stores.ts';

const count = 20_000;

/** The longest task of the page while work was done, in milliseconds; 0 where none took 50. */
async function longestTask(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  await new Promise((resolve) => setTimeout(resolve, 100)); // what came before is over
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  await work();
  await new Promise((resolve) => setTimeout(resolve, 100)); // the observer is told later
  observer.disconnect();
  return longest;
}

it('20,000 cells are stored, found, read and removed; the page goes on meanwhile', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const stores = await openStores({ name });
  const store = stores.experiments;
  const cells = Array.from({ length: count }, (_, i) =>
    i % 100 === 0 ? sampleFailure(i) : sampleCell(i),
  );
  const keys = cells.map(({ key }) => key);
  const planned = keys.map((key, i) => ({
    ...{ key, kind: 'answer', arm: i % 16, item: i % 80, seed: i % 5, turn: 1, block: i >> 6 },
  }));
  const round = { id: 'experiment-0/0', experiment: 'experiment-0', number: 0, cells: planned };
  const steps: [string, () => Promise<unknown>][] = [
    ['put', () => store.put(sampleExperiment(0)).then(() => store.putRound(round))],
    ['add', () => store.addCells(cells, [sampleRecipe])],
    [
      'add again',
      async () => {
        const outcomes = await store.addCells(cells, [sampleRecipe]);
        expect([...new Set(outcomes.values())]).toEqual(['there']);
      },
    ],
    [
      'states',
      async () => {
        const states = [...(await store.cellStates(keys)).values()];
        expect(states.length).toBe(count);
        expect(states.filter((state) => state === 'failed').length).toBe(count / 100);
      },
    ],
    ['read', async () => expect((await store.cells(keys)).size).toBe(count)],
    ['remove', async () => expect((await store.remove('experiment-0'))?.cells.length).toBe(count)],
  ];
  for (const [what, work] of steps) {
    const start = performance.now();
    const longest = await longestTask(work);
    const time = performance.now() - start - 200;
    console.info(
      `${what} ${count.toLocaleString('en')} cells: ${time.toFixed(0)} ms, ` +
        `longest task ${longest === 0 ? 'under 50' : longest.toFixed(0)} ms`,
    );
  }
  stores.close();
  await deleteDB(name);
}, 240_000);
