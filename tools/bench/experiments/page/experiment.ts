import { sampleCell, sampleRecipe } from '../../../../src/domain/testing/sample-experiment.ts';
import { smallDocument } from '../../../../src/experiments/testing/documents.ts';
import { newExperiment } from '../../../../src/experiments/run/new-experiment.ts';
import { openStores } from '../../../../src/store/stores.ts';

/** 500 questions x 2 arms x 2 turns x 10 seeds, every one a cell of its own. */
function largeDocument() {
  const items = Array.from({ length: 500 }, (_, i) => ({
    id: `q${i}`,
    category: ['a', 'b', 'c'][i % 3],
    turns: [
      { query: `What is number ${i} plus ${(i * 7) % 13}?`, reference: `It is ${i}.` },
      { query: 'And one more?' },
    ],
  }));
  return smallDocument({
    title: 'Large',
    questions: { bench: 'given', items },
    fixed: { decoding: { temperature: 1, maxNewTokens: 8 } },
    seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    scorers: [{ kind: 'exact' }, { kind: 'length' }, { kind: 'degeneration', of: 'loop' }],
  });
}

/** Stores a large experiment that has not begun. Returns its id. */
export async function storeLarge(): Promise<string> {
  const stores = await openStores();
  const record = newExperiment(largeDocument());
  await stores.experiments.put(record);
  stores.close();
  return record.id;
}

/** Stores an answer for every cell of its plan that has none. Returns how many cells it has. */
export async function answerAll(id: string): Promise<number> {
  const stores = await openStores();
  const rounds = (await stores.experiments.rounds(id)) as { cells: { key: string }[] }[];
  const keys = [...new Set(rounds.flatMap(({ cells }) => cells.map(({ key }) => key)))];
  const cells = keys.map((key, i) => ({ ...sampleCell(i), key }));
  await stores.experiments.addCells(cells, [sampleRecipe]);
  stores.close();
  return keys.length;
}
