import type { IDBPTransaction } from 'idb';
import type { LabDatabase, LabSchema, StoreName } from './schema.ts';

export type Writing<Names extends StoreName[]> = IDBPTransaction<LabSchema, Names, 'readwrite'>;

/** One transaction over some object stores: whatever fails inside leaves them as they were. */
export async function writing<Names extends StoreName[], T>(
  database: LabDatabase,
  names: Names,
  work: (transaction: Writing<Names>) => Promise<T>,
  options?: IDBTransactionOptions,
): Promise<T> {
  const transaction = database.transaction(names, 'readwrite', options);
  const done = transaction.done.then(
    () => null,
    (thrown: unknown) => ({ thrown }),
  );
  try {
    const result = await work(transaction);
    const failure = await done;
    if (failure) throw failure.thrown;
    return result;
  } catch (thrown) {
    try {
      transaction.abort();
    } catch {
      // it has ended by itself
    }
    await done;
    throw thrown;
  }
}
