import type { Cell } from '../../../domain/cell.ts';
import {
  sampleKey,
  sampleRating,
  sampleRecipe,
} from '../../../domain/testing/sample-experiment.ts';
import { madeLikelihood } from '../../testing/results.ts';
import { ratedResults } from '../../rating/testing/rated-results.ts';
import type { ResultRow, Results } from '../../results/results.ts';
import type { ExportSource } from '../source.ts';

const problem = { code: 'worker-crashed', message: 'The worker ended.', remedy: 'Ask again.' };

function changed(row: ResultRow, places: ReadonlyMap<string, number>): ResultRow {
  const { planned, cell, arm, item } = row;
  const key = sampleKey(places.get(planned.key) ?? 0);
  const failed = arm.label === 'URIAL' && item.id === 'item-0';
  const made: Cell | undefined =
    failed && planned.seed === 2 && planned.turn === 2
      ? { schema: 1, kind: 'failed', key, createdAt: '2026-01-01T00:00:00.000Z', problem }
      : cell?.kind === 'answer'
        ? {
            ...cell,
            key,
            prompt: {
              recipe: sampleRecipe.hash,
              live: `Q: ${item.id}, turn ${planned.turn}?\nA:`,
              length: 64,
            },
          }
        : cell && { ...cell, key };
  return {
    ...row,
    planned: { ...planned, key },
    cell: made,
    scores: made?.kind === 'answer' ? row.scores : {},
  };
}

/**
 * An experiment of four questions, two arms, two seeds and two turns, with all that can be the matter: under
 * URIAL the second turn of item-0 failed under seed 2, all of item-1 failed and item-2 is to come; without
 * demonstrations all seeds gave the same answers, and item-3 was not judged.
 */
export function sampleSource(change: (results: Results) => Results = (same) => same): ExportSource {
  const results = ratedResults(4, (label, item) => {
    if (label === 'URIAL' && item === 'item-1') return 'failed';
    if (label === 'URIAL' && item === 'item-2') return 'missing';
    if (label === 'bare' && item === 'item-3') return 'unjudged';
    return label === 'URIAL' ? 7.5 : 3;
  });
  const keys = [...new Set(results.rows.map(({ planned }) => planned.key))];
  const places = new Map(keys.map((key, i) => [key, i]));
  const rows = results.rows.map((row) => changed(row, places));
  const rated = rows.find(({ arm, item }) => arm.label === 'URIAL' && item.id === 'item-0');
  return {
    record: {
      id: 'made-experiment',
      title: 'Small / study',
      template: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:10:00.000Z',
      state: 'stopped',
    },
    results: change({ ...results, rows }),
    ratings: [
      sampleRating(0, {
        rater: 'Ada/Eve',
        judgment: { kind: 'single', cell: rated?.planned.key ?? '', rating: 8 },
      }),
      sampleRating(1, { judgment: { kind: 'pair', left: 'a', right: 'b', better: 'tie' } }),
    ],
    texts: new Map([[sampleRecipe.hash, sampleRecipe.text]]),
  };
}

/** The same with a text that was judged in the place of every first answer. */
export const withLikelihoods = (results: Results): Results => ({
  ...results,
  rows: [
    ...results.rows,
    ...results.rows
      .filter(({ planned, cell }) => planned.turn === 1 && cell?.kind === 'answer')
      .map((row): ResultRow => {
        const key = `${row.planned.key.slice(1)}f`;
        const thought = { tokens: [5, 17], ranks: [0, 3], probabilities: [0.5, 0.25] };
        const cell = madeLikelihood(thought, key);
        return {
          ...row,
          planned: { ...row.planned, key, kind: 'likelihood', textOf: 'reference', scorer: 0 },
          cell: {
            ...cell,
            text: ' is 1',
            prompt: { recipe: sampleRecipe.hash, live: 'Q: judged?\nA:', length: 9 },
          },
          scores: {},
        };
      }),
  ],
});
