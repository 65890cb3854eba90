import type { Cell } from '../../domain/cell.ts';
import type { ExperimentRecord } from '../../domain/experiment.ts';
import { sampleCell, sampleFailure, sampleKey } from '../../domain/testing/sample-experiment.ts';
import type { Round } from '../plan/plan.ts';
import type { Results } from '../results/results.ts';

/** What a store keeps of an experiment. */
export interface Storable {
  readonly record: ExperimentRecord;
  readonly rounds: readonly Round[];
  readonly cells: readonly Cell[];
}

/** Made-up results as they are stored: keys that a store takes in place of the made-up ones. */
export function storable({ document, rounds, rows }: Results, id = 'made'): Storable {
  const keys = [...new Set(rows.map(({ planned }) => planned.key))];
  const place = new Map(keys.map((key, i) => [key, i]));
  const keyOf = (key: string) => sampleKey(place.get(key) ?? 0);
  const cells = new Map<string, Cell>();
  for (const { planned, cell } of rows) {
    const index = place.get(planned.key) ?? 0;
    if (cell?.kind === 'answer')
      cells.set(planned.key, sampleCell(index, { generation: cell.generation }));
    if (cell?.kind === 'failed') cells.set(planned.key, sampleFailure(index));
  }
  const failed = [...cells.values()].filter(({ kind }) => kind === 'failed').length;
  const at = '2026-01-01T00:00:00.000Z';
  return {
    record: {
      schema: 1,
      id,
      createdAt: at,
      updatedAt: at,
      title: document.title,
      template: document.template,
      state: cells.size === keys.length ? 'finished' : 'stopped',
      cells: { total: keys.length, done: cells.size - failed, failed },
      models: [sampleCell(0).model],
      document,
    },
    rounds: rounds.map((round) => ({
      ...round,
      id: `${id}/${round.number}`,
      experiment: id,
      arms: round.arms.map((arm) => ({ ...arm, model: sampleCell(0).model })),
      cells: round.cells.map((cell) => ({ ...cell, key: keyOf(cell.key) })),
    })),
    cells: [...cells.values()],
  };
}
