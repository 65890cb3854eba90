import type { Cell } from '../../domain/cell.ts';
import type { LabDatabase } from '../schema.ts';
import { slices } from '../slices.ts';
import { writing, type Writing } from '../writing.ts';
import { merged } from './merge.ts';
import { type RoundHead } from './records.ts';

const all: ['experiments', 'rounds', 'ratings', 'cells', 'texts'] = [
  'experiments',
  'rounds',
  'ratings',
  'cells',
  'texts',
];
type Transaction = Writing<typeof all>;

/** All that was deleted with an experiment, as it was stored, whether it can be read or not. */
export interface RemovedExperiment {
  readonly id: string;
  readonly experiment: unknown;
  readonly rounds: readonly unknown[];
  readonly ratings: readonly unknown[];
  readonly cells: readonly unknown[];
  readonly texts: readonly (readonly [hash: string, text: unknown])[];
}

/** The keys that a round names. By itself and not by its schema: what an unreadable round needs stays. */
function keysOf(round: unknown): string[] {
  const { cells } = round as { cells?: unknown };
  if (!Array.isArray(cells)) return [];
  return cells.flatMap((cell: { key?: unknown } | null) =>
    typeof cell?.key === 'string' ? cell.key : [],
  );
}

/** Keys that an experiment's rounds name and no other's do. One round at a time: they are large. */
async function ownKeys(tx: Transaction, own: readonly unknown[]): Promise<string[]> {
  const rounds = tx.objectStore('rounds');
  const mine = new Set(own.flatMap(keysOf));
  const ids = new Set(own.map((round) => (round as RoundHead).id));
  for (const id of await rounds.getAllKeys()) {
    if (!ids.has(id)) for (const key of keysOf(await rounds.get(id))) mine.delete(key);
  }
  return [...mine];
}

/** What an index of rounds or ratings has of an experiment, deleted and returned. */
async function take(
  tx: Transaction,
  name: 'rounds' | 'ratings',
  experiment: string,
): Promise<unknown[]> {
  const store = tx.objectStore(name);
  const ids = await store.index('experiment').getAllKeys(experiment);
  const records = await Promise.all(ids.map((id) => store.get(id)));
  await Promise.all(ids.map((id) => store.delete(id)));
  return records;
}

async function takeCells(tx: Transaction, keys: readonly string[]): Promise<unknown[]> {
  const cells = tx.objectStore('cells');
  const taken: unknown[] = [];
  for (const slice of slices(keys)) {
    const records = await Promise.all(slice.map((key) => cells.get(key)));
    taken.push(...records.filter((record) => record !== undefined));
    await Promise.all(slice.map((key) => cells.delete(key)));
  }
  return taken;
}

/** The texts of deleted cells that no stored cell has any more. */
async function takeTexts(tx: Transaction, cells: readonly unknown[]): Promise<[string, unknown][]> {
  const [texts, users] = [tx.objectStore('texts'), tx.objectStore('cells').index('recipe')];
  const hashes = cells.map((cell) => (cell as { prompt?: { recipe?: unknown } }).prompt?.recipe);
  const taken: [string, unknown][] = [];
  for (const hash of new Set(hashes)) {
    if (typeof hash !== 'string' || (await users.getKey(hash)) !== undefined) continue;
    const text = await texts.get(hash);
    await texts.delete(hash);
    if (text !== undefined) taken.push([hash, text]);
  }
  return taken;
}

/**
 * Deletes an experiment with its rounds, its ratings, and the cells and texts that no other needs, in one
 * transaction. @returns what was deleted, for `restoreExperiment`; null where it is not stored
 */
export function removeExperiment(db: LabDatabase, id: string): Promise<RemovedExperiment | null> {
  return writing(db, all, async (tx) => {
    const experiment = await tx.objectStore('experiments').get(id);
    if (experiment === undefined) return null;
    await tx.objectStore('experiments').delete(id);
    const rounds = await take(tx, 'rounds', id);
    const ratings = await take(tx, 'ratings', id);
    const cells = await takeCells(tx, await ownKeys(tx, rounds));
    const texts = await takeTexts(tx, cells);
    return { id, experiment, rounds, ratings, cells, texts };
  });
}

/** Brings back what was deleted; a cell that was made again meanwhile stays. */
export function restoreExperiment(db: LabDatabase, removed: RemovedExperiment): Promise<void> {
  return writing(db, all, async (tx) => {
    const [cells, texts] = [tx.objectStore('cells'), tx.objectStore('texts')];
    await tx.objectStore('experiments').put(removed.experiment);
    for (const name of ['rounds', 'ratings'] as const) {
      await Promise.all(removed[name].map((record) => tx.objectStore(name).put(record)));
    }
    for (const [hash, text] of removed.texts) await texts.put(text, hash);
    for (const slice of slices(removed.cells)) {
      const restoring = slice.map(async (cell) => {
        const stored = await cells.get((cell as Cell).key);
        if (stored === undefined || merged(stored, cell as Cell).outcome !== 'there')
          await cells.put(cell);
      });
      await Promise.all(restoring);
    }
  });
}
