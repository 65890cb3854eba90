import { describe, expect, it } from 'vitest';
import { sampleRun, sampleRuns } from '../domain/testing/sample-run.ts';
import type { Run } from '../domain/run.ts';
import { reconcile } from './reconcile.ts';

const shelf = (runs: readonly Run[]) => (ids: readonly string[]) =>
  Promise.resolve(runs.filter(({ id }) => ids.includes(id)));

describe('reconcile', () => {
  it('takes runs that are new', async () => {
    const incoming = sampleRuns(3);
    const result = await reconcile(incoming, shelf([sampleRun(9)]));
    expect(result).toEqual({ add: incoming, same: 0, renamed: 0 });
  });

  it('passes over runs that are stored word for word, in whatever order their fields are', async () => {
    const run = sampleRun(1);
    const turned = Object.fromEntries(Object.entries(run).reverse()) as unknown as Run;
    expect(await reconcile([turned], shelf([run]))).toEqual({ add: [], same: 1, renamed: 0 });
  });

  it('keeps a run of the same id but other content beside the stored one', async () => {
    const stored = sampleRun(1, { rating: 3 });
    const { add, renamed } = await reconcile([sampleRun(1, { rating: 8 })], shelf([stored]));
    expect(renamed).toBe(1);
    expect(add).toHaveLength(1);
    expect(add[0]).toEqual({ ...sampleRun(1, { rating: 8 }), id: add[0]?.id });
    expect(add[0]?.id).toMatch(/^run-1-[0-9a-f]{8}$/);
  });

  it('adds nothing the second time', async () => {
    const stored = sampleRuns(3);
    const incoming = [...sampleRuns(2), sampleRun(2, { notes: 'elsewhere' }), sampleRun(5)];
    const first = await reconcile(incoming, shelf(stored));
    expect(first.add).toHaveLength(2);
    const second = await reconcile(incoming, shelf([...stored, ...first.add]));
    expect(second).toEqual({ add: [], same: 4, renamed: 0 });
  });

  it('sorts out doubles within a file', async () => {
    const incoming = [
      sampleRun(1),
      sampleRun(1),
      sampleRun(1, { rating: 2 }),
      sampleRun(1, { rating: 2 }),
    ];
    const { add, same, renamed } = await reconcile(incoming, shelf([]));
    expect([add.length, same, renamed]).toEqual([2, 2, 1]);
    expect(new Set(add.map(({ id }) => id)).size).toBe(2);
  });
});
