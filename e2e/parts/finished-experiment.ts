import type { Page } from '@playwright/test';
import { smallDocument } from '../../src/experiments/testing/documents.ts';
import { madeAnswer, madeItems, madeResults } from '../../src/experiments/testing/results.ts';
import { storable, type Storable } from '../../src/experiments/testing/storable.ts';

const answers = [
  'Lea lives in Mirra, by the old harbour.',
  'Lea',
  'I am not sure.\nPerhaps Mirra; she was seen there in spring.',
  'The city the city the city the city the city the city the city',
];

const arm = (label: string) => ({ arm: label });

/** An experiment that is finished: two arms, two turns, the second arm's answers longer. */
export function finishedExperiment(
  questions: number,
  more: Record<string, unknown> = {},
): Storable {
  const document = smallDocument({
    title: 'Bare against URIAL',
    seeds: [1],
    scorers: [{ kind: 'length' }],
    contrasts: [
      {
        id: 'longer',
        label: 'URIAL − bare',
        claim: 'C1',
        terms: [
          { weight: 1, where: arm('URIAL') },
          { weight: -1, where: arm('bare') },
        ],
        expect: { kind: 'above', than: 0 },
      },
    ],
    ...more,
  });
  const items = madeItems(questions).map((item, i) => ({
    ...item,
    turns: {
      en: ['Where does Lea live?', 'And since when?'].map((query) => ({
        query: `${query} (${i + 1})`,
        reference: 'Mirra, since spring',
      })),
    },
  }));
  const results = madeResults(document, { items, score: () => 0 });
  const rows = results.rows.map((row, i) => {
    const made = madeAnswer(row.planned.key);
    const own = row.arm.label === 'bare' ? i % 2 : 2 + (i % 2);
    const tokens = Array.from({ length: 4 + 3 * own + (i % 3) }, (_, t) => t);
    const logProbabilities = tokens.map(() => -0.5);
    const text = `${answers[own] ?? ''} [${i}]`;
    return {
      ...row,
      cell: { ...made, generation: { ...made.generation, text, tokens, logProbabilities } },
    };
  });
  return storable({ ...results, rows }, 'finished-one');
}

/** Puts an experiment into the store of a page that is open, as a run would have; reload to see it. */
export async function seedExperiment(page: Page, { record, rounds, cells }: Storable) {
  await page.evaluate(
    async (all) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('incontext-lab');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('cannot be opened'));
      });
      const names = ['experiments', 'rounds', 'cells'] as const;
      const transaction = database.transaction(names, 'readwrite');
      for (const name of names)
        for (const each of all[name]) transaction.objectStore(name).put(each);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    { experiments: [record], rounds: [...rounds], cells: [...cells] },
  );
}
