import type { Cell, CellModel } from '../../domain/cell.ts';
import type { ResultIndex } from './index-rows.ts';

/** What cells were made with. */
export interface Environment {
  readonly models: readonly CellModel[];
  readonly devices: readonly string[];
  readonly app: readonly string[];
  readonly engine: readonly string[];
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** What an experiment's cells were made with: more than one entry where it went on elsewhere, or later. */
export function environmentOf({ results: { rounds, rows } }: ResultIndex): Environment {
  const made = rows
    .map(({ cell }) => cell)
    .filter((cell): cell is Exclude<Cell, { kind: 'failed' }> => !!cell && cell.kind !== 'failed');
  const asked = rounds.flatMap(({ arms, judges = [] }) =>
    [...arms, ...judges].map(({ model }) => model),
  );
  const models = new Map(asked.map((model) => [`${model.fingerprint}/${model.precision}`, model]));
  return {
    models: [...models.values()],
    devices: sorted(made.map(({ device }) => device)),
    app: sorted(made.map(({ version }) => version.app)),
    engine: sorted(made.map(({ version }) => version.engine)),
  };
}

/** Cells by how they ended; rows that are the same work count once. */
export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

export function progressOf({ results: { rows } }: ResultIndex): Progress {
  const cells = new Map(rows.map(({ planned, cell }) => [planned.key, cell]));
  const kinds = [...cells.values()].map((cell) => cell?.kind);
  return {
    total: kinds.length,
    done: kinds.filter((kind) => kind !== undefined && kind !== 'failed').length,
    failed: kinds.filter((kind) => kind === 'failed').length,
  };
}
