import type { TableFigure } from '../data.ts';
import { levelName } from '../points.ts';
import { between } from '../say.ts';
import { widest } from './pen.ts';
import { wrapped } from './text-width.ts';

/** Pixels between columns. */
export const gutter = 18;
const track = 18;

export interface TableRow {
  readonly level: string;
  readonly lines: readonly string[];
  /** Where the row begins, where its numbers' first baseline is, where its track is. */
  readonly top: number;
  readonly numbers: number;
  readonly track: number;
}

/** What all blocks of one table have in common. */
export interface Layout {
  readonly labels: number;
  readonly column: number;
  readonly rows: readonly TableRow[];
  readonly height: number;
  /** How many columns stand side by side. */
  readonly most: number;
  /** Whether a number and its interval stand in one line. */
  readonly wide: boolean;
}

/** A table's places: as many columns as there is room for, names of rows beside or above them. */
export function layoutOf({ rows, columns, points, measure }: TableFigure, width: number): Layout {
  const beside = width >= 600;
  const names = [rows.name, ...rows.levels.map((level) => levelName(rows, level))];
  const labels = beside ? Math.min(width * 0.32, widest(names, 12.5, true) + gutter) : 0;
  const room = Math.floor((width - labels + gutter) / 112);
  const shown = Math.min(columns.levels.length, Math.max(1, room));
  const column = (width - labels - (shown - 1) * gutter) / shown;
  const longest = widest(
    points.map((point) => between(point, measure)),
    11,
  );
  // number, interval, and a paper's value
  const wide = column >= 48 + longest + 54;
  let top = 0;
  const placed = rows.levels.map((level) => {
    const name = levelName(rows, level);
    const lines = wrapped(name, 12.5, beside ? labels - gutter : width, { bold: true, lines: 3 });
    const numbers = top + (beside ? 22 : lines.length * 16.5 + 22);
    const own = { level, lines, top, numbers, track: numbers + (wide ? 15 : 30) };
    top = Math.max(own.track + track, top + lines.length * 16.5 + 14);
    return own;
  });
  return { labels, column, rows: placed, height: top, most: shown, wide };
}
