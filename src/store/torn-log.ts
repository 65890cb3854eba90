import type { LabDatabase } from './schema.ts';
import { writing } from './writing.ts';

/** Chromium begins a new log after at most 4 MB; values over 64 kB would not be in it. */
const padding = { values: 75, length: 60_000 };

/**
 * Keeps a database that a killed browser may have left with a torn log. Chromium (LevelDB) writes a record
 * of its log in two pieces. A browser killed between them leaves half a record at the end, which the next
 * one passes over, but goes on in the same file behind it; the one after that finds a damaged record in the
 * middle, and deletes everything that this page has stored. A few megabytes that are put and deleted again
 * make it begin a new log, and what the torn one had is kept.
 *
 * Only where an experiment is said to be running: then cells were being written when the last tab ended,
 * or are being written now, where it does no harm.
 */
export async function retireTornLog(database: LabDatabase): Promise<void> {
  if ((await database.getKeyFromIndex('experiments', 'state', 'running')) === undefined) return;
  const keys = Array.from({ length: padding.values }, (_, i) => `padding-${i}`);
  const value = 'x'.repeat(padding.length);
  await writing(database, ['drafts'], async (tx) => {
    const drafts = tx.objectStore('drafts');
    await Promise.all(keys.map((key) => drafts.put(value, key)));
    await Promise.all(keys.map((key) => drafts.delete(key)));
  });
}
