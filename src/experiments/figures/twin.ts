import type { FigureData, FigurePoint } from './data.ts';
import { pointsOf } from './points.ts';
import { number } from './say.ts';

/** A figure's numbers as a table: the same for who sees and who does not, and for a spreadsheet. */
export interface FigureTable {
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  /** As it is read. */
  readonly text: string;
  /** As it is, unrounded; null where there is none. */
  readonly value: string | number | null;
}

const word = (value: string | undefined): TableCell => ({
  text: value ?? '–',
  value: value ?? null,
});
const whole = (value: number | null): TableCell => ({
  text: value?.toLocaleString('en') ?? '–',
  value,
});

/** What a kind says of a point beside its place: its verdict, whether it was kept. */
function notes(data: FigureData): { name: string; of: (point: FigurePoint) => string }[] {
  if (data.kind === 'forest')
    return [
      { name: 'contrast', of: ({ label }) => label },
      {
        name: 'verdict',
        of: (point) => data.rows.find((row) => row.point === point)?.verdict ?? '–',
      },
    ];
  if (data.kind !== 'histogram') return [];
  const kept = new Set(data.rounds.map(({ candidates, chosen }) => candidates[chosen ?? -1]));
  return [{ name: 'kept', of: (point) => (kept.has(point) ? 'yes' : 'no') }];
}

/** All estimates with interval and n, a row each; below them what the papers printed, without intervals. */
export function figureTable(data: FigureData): FigureTable {
  const { measure, counted } = data;
  const points = pointsOf(data);
  const said = notes(data);
  const axes =
    data.kind === 'forest' ? [] : [...new Set(points.flatMap(({ at }) => Object.keys(at)))];
  const value = (of: number | null): TableCell => ({
    text: of === null ? '–' : number(of, measure),
    value: of,
  });
  const theirs = data.paper.flatMap((series) =>
    series.values
      .filter(({ at }) => Object.keys(at).every((axis) => axes.includes(axis)))
      .map((one) => ({ ...one, series })),
  );
  const printed = (value: number | null, source: string): TableCell[] =>
    theirs.length > 0 ? [{ text: value === null ? '–' : String(value), value }, word(source)] : [];
  return {
    columns: [
      ...[...axes, ...said.map(({ name }) => name)].map((name) => ({ name, numeric: false })),
      ...[measure.label, 'from', 'to', `${counted}s`, 'seeds', 'to come', 'failed'].map((name) => ({
        name,
        numeric: true,
      })),
      ...(theirs.length > 0
        ? [
            { name: 'in a paper', numeric: true },
            { name: 'source', numeric: false },
          ]
        : []),
    ],
    rows: [
      ...points.map((point) => [
        ...axes.map((axis) => word(point.at[axis])),
        ...said.map(({ of }) => word(of(point))),
        ...[point.value, point.low, point.high].map(value),
        ...[point.n, point.seeds, point.missing, point.errors].map(whole),
        ...printed(null, 'here'),
      ]),
      ...theirs.map(({ at, value: theirValue, series }) => [
        ...axes.map((axis) => word(at[axis])),
        ...said.map(() => word(undefined)),
        ...Array.from({ length: 7 }, () => whole(null)),
        ...printed(theirValue, `${series.source}; ${series.measure.label}`),
      ]),
    ],
  };
}
