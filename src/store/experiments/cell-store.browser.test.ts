import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cell } from '../../domain/cell.ts';
import { sha256 } from '../../domain/hash.ts';
import { problemOf } from '../../domain/testing/problem-of.ts';
import {
  sampleCell,
  sampleFailure,
  sampleKey,
  sampleLikelihood,
  sampleRecipe,
} from '../../domain/testing/sample-experiment.ts';
import { openStores, type Stores } from '../stores.ts';
import type { ExperimentStore } from './experiment-store.ts';

let name: string;
let tabs: Stores[];
let store: ExperimentStore;
let other: ExperimentStore;

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  const [first, second] = (tabs = [await openStores({ name }), await openStores({ name })]);
  store = (first as Stores).experiments;
  other = (second as Stores).experiments;
});

afterEach(async () => {
  for (const stores of tabs) stores.close();
  await deleteDB(name);
});

/** One addition by one of two tabs. */
interface Step {
  tab: number;
  index: number;
  /** How many minutes later it failed; null: it did not. */
  failed: number | null;
  /** Whether it is waited for before the next. */
  waits: boolean;
}

/** Records of an object store, as they are. */
async function raw(objectStore: string): Promise<unknown[]> {
  const database = await openDB(name);
  const records = await database.getAll(objectStore);
  database.close();
  return records as unknown[];
}

async function damage(record: unknown): Promise<void> {
  const database = await openDB(name);
  await database.put('cells', record);
  database.close();
}

describe('a cell', () => {
  it('comes back as it was stored, with the text of its prompt', async () => {
    const cells: Cell[] = [sampleCell(0), sampleLikelihood(1), sampleFailure(2)];
    for (const cell of cells) expect(await store.addCell(cell, sampleRecipe)).toBe('added');
    const keys = cells.map(({ key }) => key);
    const found = await other.cells([...keys, sampleKey(9)]);
    expect([...found]).toEqual(cells.map((cell) => [cell.key, cell]));
    expect(await other.text(sampleRecipe.hash)).toBe(sampleRecipe.text);
    expect(await other.texts(['none'])).toEqual(new Map());
  });

  it('is stored once: a result for good, a failure until something later comes', async () => {
    expect(await store.addCell(sampleFailure(0))).toBe('added');
    expect(await other.addCell(sampleFailure(0))).toBe('there');
    expect(await store.addCell(sampleFailure(0, 1))).toBe('replaced');
    expect(await other.addCell(sampleCell(0))).toBe('replaced');
    expect(await store.addCell(sampleCell(0, { device: 'webgpu' }))).toBe('there');
    expect(await store.addCell(sampleFailure(0, 9))).toBe('there');
    expect(await raw('cells')).toEqual([sampleCell(0)]);
  });

  it('that cannot be read is told and left out, and gives way to one that can', async () => {
    await store.addCell(sampleCell(0));
    await damage({ ...sampleCell(1), generation: 'lost' });
    await damage({ ...sampleCell(2), schema: 2 });
    const told: (string | undefined)[] = [];
    store.onProblem(({ message, detail }) => told.push(message, detail));
    const found = await store.cells([0, 1, 2].map(sampleKey));
    expect([...found.keys()]).toEqual([sampleKey(0)]);
    expect(told[0]).toContain('2 saved cells');
    expect(told[1]).toMatch(/generation[^]*schema/);
    expect(await store.addCell(sampleCell(1))).toBe('replaced');
    expect((await store.cells([sampleKey(1)])).size).toBe(1);
  });

  it('that does not fit is refused, and so is a text of another hash; nothing is stored', async () => {
    const odd = sampleCell(1, { key: 'short' });
    expect((await problemOf(store.addCell(odd, sampleRecipe))).message).toContain('short.key');
    const recipe = { ...sampleRecipe, text: 'Answer at length.' };
    const problem = await problemOf(store.addCells([sampleCell(2)], [recipe]));
    expect(problem.code).toBe('bad-input');
    expect(problem.message).toContain(recipe.hash);
    expect([await raw('cells'), await raw('texts')]).toEqual([[], []]);
  });

  it('brings no text that no stored cell names', async () => {
    await store.addCell(sampleFailure(0), sampleRecipe);
    const text = 'Another prompt.\n';
    await store.addCell(sampleCell(1), { text, hash: await sha256(text) });
    expect(await raw('texts')).toEqual([]);
    await store.addCell(sampleCell(1), sampleRecipe);
    expect(await raw('texts')).toEqual([sampleRecipe.text]);
  });
});

it('however two tabs add the same cells, each ends up stored once, and a result wins', async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    tab: fc.constantFrom(0, 1),
    index: fc.nat(4),
    failed: fc.option(fc.nat(3)),
    waits: fc.boolean(),
  });
  let base = 0;
  const adding = async (steps: Step[]) => {
    const from = (base += 10); // every attempt with keys of its own
    const cellOf = ({ index, failed }: Step) =>
      failed === null ? sampleCell(from + index) : sampleFailure(from + index, failed);
    const under: Promise<string>[] = [];
    for (const each of steps) {
      const done = (each.tab === 0 ? store : other).addCell(cellOf(each), sampleRecipe);
      under.push(done);
      if (each.waits) await done;
    }
    const outcomes = await Promise.all(under);
    const keys = new Set(steps.map(({ index }) => sampleKey(from + index)));
    const stored = await store.cells([...keys]);
    expect(new Set(stored.keys())).toEqual(keys);
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(keys.size);
    for (const key of keys) {
      const tries = steps.map(cellOf).filter((cell) => cell.key === key);
      const result = tries.find(({ kind }) => kind === 'answer');
      const last = tries.map(({ createdAt }) => createdAt).sort();
      expect(stored.get(key)).toEqual(result ?? { ...tries[0], createdAt: last.at(-1) });
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), adding), {
    numRuns: 60,
  });
  const keys = (await raw('cells')).map((cell) => (cell as Cell).key);
  expect(new Set(keys).size).toBe(keys.length);
  expect((await raw('texts')).length).toBeLessThanOrEqual(1);
}, 120_000);

describe('the states of cells', () => {
  it('are known for the stored ones', async () => {
    const failures = Array.from({ length: 30 }, (_, i) => sampleFailure(3 * i));
    const results = Array.from({ length: 60 }, (_, i) => sampleCell(i + (i >> 1) + 1));
    await store.addCells([...failures, ...results]);
    const keys = Array.from({ length: 200 }, (_, i) => sampleKey(i));
    const states = await other.cellStates(keys);
    expect(states.size).toBe(90);
    for (const { key } of failures) expect(states.get(key)).toBe('failed');
    for (const { key } of results) expect(states.get(key)).toBe('done');
  });

  it('are the same for any few keys of a large store, and change with it', async () => {
    const cells = Array.from({ length: 1_000 }, (_, i) =>
      i % 10 === 0 ? sampleFailure(i) : sampleCell(i),
    );
    await store.addCells(cells);
    const chosen = fc.uniqueArray(fc.nat(1_200), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(chosen, async (indices) => {
        const there = indices.filter((i) => i < 1_000);
        const expected = there.map((i) => [sampleKey(i), i % 10 === 0 ? 'failed' : 'done']);
        const states = await store.cellStates(indices.map(sampleKey));
        expect(Object.fromEntries(states)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 30 },
    );
    await store.addCell(sampleCell(10));
    expect(await store.cellStates([sampleKey(10)])).toEqual(new Map([[sampleKey(10), 'done']]));
  });
});

it('many cells at once become what they would one by one, and again they are there', async () => {
  await store.addCells([sampleFailure(0), sampleCell(1)]);
  const many = [sampleCell(0), sampleFailure(1, 5), sampleFailure(2), sampleCell(2), sampleCell(3)];
  const outcomes = await other.addCells(many, [sampleRecipe]);
  expect(Object.fromEntries(outcomes)).toEqual({
    [sampleKey(0)]: 'replaced',
    [sampleKey(1)]: 'there',
    [sampleKey(2)]: 'added',
    [sampleKey(3)]: 'added',
  });
  expect(await raw('texts')).toHaveLength(1);
  const again = await store.addCells(many, [sampleRecipe]);
  expect(new Set(again.values())).toEqual(new Set(['there']));
  expect(await raw('cells')).toHaveLength(4);
});
