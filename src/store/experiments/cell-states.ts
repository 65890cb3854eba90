import type { Connection } from '../connection.ts';
import type { LabDatabase } from '../schema.ts';
import { breathe, slices } from '../slices.ts';

/** A cell's state, known without its content. */
export type CellState = 'done' | 'failed';

/** Keys that are read at one go. */
const most = 2_000;

/**
 * A key that is asked for costs about as much as ten that come in a row (0.1 ms and 0.01 ms): a plan in a
 * store of about its size is read in a row, a few keys of a large store one by one.
 */
const inRow = 10;

/** How keys are read: from the store, or from its index of failed cells. */
interface Keys {
  /** Up to `count` keys of the store from one to another, both included, in order. */
  row(db: LabDatabase, from: string, to: string, count: number): Promise<string[]>;
  one(db: LabDatabase, key: string): Promise<string | undefined>;
}

const stored: Keys = {
  row: (db, from, to, count) => db.getAllKeys('cells', IDBKeyRange.bound(from, to), count),
  one: (db, key) => db.getKey('cells', key),
};

// An empty list comes after every text, so that this is [key, any code] of all keys between.
const codes = (from: string, to: string) => IDBKeyRange.bound([from], [to, []]);
const failed: Keys = {
  row: (db, from, to, count) => db.getAllKeysFromIndex('cells', 'failed', codes(from, to), count),
  one: (db, key) => db.getKeyFromIndex('cells', 'failed', codes(key, key)),
};

/** Those of some keys that are there. @param wanted sorted, each once */
async function there(
  connection: Connection,
  wanted: readonly string[],
  keys: Keys,
): Promise<Set<string>> {
  const found = new Set<string>();
  const end = wanted.at(-1) ?? '';
  let at = 0;
  while (at < wanted.length) {
    const first = wanted[at] ?? '';
    const count = Math.min(most, inRow * (wanted.length - at));
    const row = await connection.use((db) => keys.row(db, first, end, count));
    for (const key of row) found.add(key);
    const last = row.at(-1);
    if (last === undefined || row.length < count) return found;
    const before = at;
    while (at < wanted.length && (wanted[at] ?? '') <= last) at++;
    if (row.length > inRow * (at - before)) break;
  }
  for (const slice of slices(wanted.slice(at))) {
    const some = await connection.use((db) => Promise.all(slice.map((key) => keys.one(db, key))));
    for (const key of some) if (key !== undefined) found.add(key);
    await breathe();
  }
  return found;
}

/** The states of those of some cells that are stored, without reading the cells. */
export async function readStates(
  connection: Connection,
  keys: readonly string[],
): Promise<Map<string, CellState>> {
  const wanted = [...new Set(keys)].sort();
  // First which are there: a failed cell that comes in between is then passed over, and not taken for done.
  const present = await there(connection, wanted, stored);
  const without = await there(connection, wanted, failed);
  const states = new Map<string, CellState>();
  for (const key of wanted) {
    if (present.has(key)) states.set(key, without.has(key) ? 'failed' : 'done');
  }
  return states;
}
