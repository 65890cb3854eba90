import { openDB } from 'idb';
import { openStores } from '../../../../src/store/stores.ts';
import { CellSteps } from './cells.ts';
import { answerAll, storeLarge } from './experiment.ts';
import { timeFilters } from './filters.ts';
import { sampleSummary } from './summaries.ts';

/** Fills the lab's list of runs. The runs themselves are not needed for it. */
async function seedRuns(count: number): Promise<void> {
  (await openStores()).close();
  const database = await openDB('incontext-lab');
  for (let from = 0; from < count; from += 1_000) {
    const transaction = database.transaction('summaries', 'readwrite');
    const size = Math.min(1_000, count - from);
    const putting = Array.from({ length: size }, (_, i) =>
      transaction.store.put(sampleSummary(from + i)),
    );
    await Promise.all([...putting, transaction.done]);
  }
  database.close();
}

const storeBench = { seedRuns, timeFilters, cells: new CellSteps(), storeLarge, answerAll };

declare global {
  interface Window {
    /** What a program drives through Playwright. */
    storeBench: typeof storeBench;
  }
}
window.storeBench = storeBench;
