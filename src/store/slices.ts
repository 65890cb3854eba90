import type { StoreValue } from 'idb';
import type { Connection } from './connection.ts';
import type { LabSchema, StoreName } from './schema.ts';

/** Records handled at one go: the page can paint and answer between two slices. */
const sliceSize = 200;

/** A long list in short pieces, in order. */
export function* slices<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += sliceSize) yield items.slice(i, i + sliceSize);
}

/** Lets the page work before going on. Not inside a transaction: it would end there. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * All records of an object store, slice by slice in the order of their keys: an index would give any other
 * order, and take twice the time. Every slice is a transaction of its own, so that nobody waits for the
 * last, and comes in a task of its own; what changes meanwhile may be in or not.
 */
export async function* pages<Name extends StoreName>(
  connection: Connection,
  name: Name,
  keyOf: (record: StoreValue<LabSchema, Name>) => string,
): AsyncGenerator<StoreValue<LabSchema, Name>[]> {
  const after = (key: string) =>
    connection.use((db) => db.getAll(name, IDBKeyRange.lowerBound(key, true), sliceSize));
  let next = after('');
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (last === undefined) return;
    // The database reads on while this slice is worked on.
    next = after(keyOf(last));
    next.catch(() => undefined);
    yield page;
  }
}
