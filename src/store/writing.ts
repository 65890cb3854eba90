import type { IDBPTransaction } from 'idb';
import type { LabDatabase, LabSchema } from './schema.ts';

const both: ['runs', 'summaries'] = ['runs', 'summaries'];
export type Writing = IDBPTransaction<LabSchema, typeof both, 'readwrite'>;

/** One transaction over runs and summaries: whatever fails inside leaves both as they were. */
export async function writing<T>(
  database: LabDatabase,
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(both, 'readwrite');
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
