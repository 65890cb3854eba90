import type { Cell } from '../../domain/cell.ts';
import type { ResultRow } from '../results/results.ts';
import type { System } from './systems.ts';

type Made = Exclude<Cell, { kind: 'failed' }>;

/** The numbers that scorers gave a row, by their ids; those that could give none are left out. */
export const metricsOf = (
  { scores }: ResultRow,
  nameOf: (id: string) => string = (id) => id,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([id, scored]) =>
      'value' in scored && Number.isFinite(scored.value) ? [[nameOf(id), scored.value]] : [],
    ),
  );

/** What scorers said of a row that they could not judge, by their ids. */
export const refusalsOf = ({ scores }: ResultRow): Record<string, string> =>
  Object.fromEntries(
    Object.entries(scores).flatMap(([id, scored]) =>
      'error' in scored ? [[id, scored.error]] : [],
    ),
  );

/** What a system's cells were made with. */
export interface MadeWith {
  /** "wasm", or both where it went on elsewhere; null where nothing is made yet. */
  readonly device: string | null;
  readonly app: string;
  readonly engine: string;
}

export function madeWith({
  conversations,
  likelihoods,
}: Pick<System, 'conversations' | 'likelihoods'>): MadeWith {
  const cells = [...conversations.flatMap(({ turns }) => turns), ...likelihoods]
    .map(({ cell }) => cell)
    .filter((cell): cell is Made => !!cell && cell.kind !== 'failed');
  const all = (of: (cell: Made) => string): string => [...new Set(cells.map(of))].sort().join(', ');
  return {
    device: cells.length === 0 ? null : all(({ device }) => device),
    app: all(({ version }) => version.app),
    engine: all(({ version }) => version.engine),
  };
}
