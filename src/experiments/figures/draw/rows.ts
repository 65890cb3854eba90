import type { FigurePoint, Measure } from '../data.ts';
import { hollows } from './glyphs.ts';
import { colour, type Look } from './palette.ts';
import { acrossAxis, estimates, panel } from './panel.ts';
import { element, moved, stacked, text, texts, widest, type Body, type Pen } from './pen.ts';
import { number } from '../say.ts';
import { wrapped } from './text-width.ts';
import type * as Plot from '@observablehq/plot';

/** A row: its name, and one line for each estimate in it. */
export interface Row {
  readonly label: string;
  readonly lines: readonly {
    readonly point: FigurePoint | undefined;
    readonly look: Look;
    /** A paper's value in this place. */
    readonly paper: number | null;
    /** What stands at its end; its value where nothing else is said. */
    readonly words?: string;
  }[];
}

/** Where a row's estimates stand, without its name where that is above them. */
interface Stretch {
  readonly from: number;
  readonly end: number;
}

/** Rows side by side on one x axis. */
export interface Rows {
  /** What the rows are of; empty where their names say it. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly measure: Measure;
  readonly domain: readonly [number, number];
  /** Pixels for what stands at the rows' ends, where several panels have to agree. */
  readonly ends?: number;
  /** Marks behind the estimates, given where rows begin and end. */
  readonly behind?: (rows: readonly Stretch[]) => Plot.Markish[];
}

const line = 18;

type Line = Row['lines'][number];

const endOf = ({ point, words }: Line, measure: Measure): string =>
  words ?? (point ? number(point.value, measure) : 'not run');

/** Pixels that the words at the ends of rows need. */
export const endsWidth = (rows: readonly Row[], measure: Measure): number =>
  widest(
    rows.flatMap(({ lines }) => lines.map((one) => endOf(one, measure))),
    11.5,
  );

/** Names beside the rows where there is room, above them else; every estimate's number at its end. */
export function rowsBody(
  pen: Pen,
  { name, rows, measure, domain, ends, behind }: Rows,
  width: number,
): Body {
  const names = rows.map(({ label }) => label);
  const beside = width >= 460 || widest(names, 12.5) <= width * 0.26;
  const left = beside ? Math.min(width * 0.36, widest(names, 12.5) + 16) : 0;
  const right = (ends ?? endsWidth(rows, measure)) + 12;
  const head = name === '' ? 0 : 18;
  let top = 0;
  const placed = rows.map((row) => {
    const label = wrapped(row.label, 12.5, beside ? left - 16 : width, { lines: 3 });
    const words = label.length * 16.5;
    const first = top + (beside ? 5 : words + 6);
    const end = Math.max(first + row.lines.length * line + 5, top + words + 8);
    const own = { ...row, label, top, first, from: beside ? top : first, end };
    top = end;
    return own;
  });
  const height = top;
  const range = [10, width - left - right - 10] as const;
  const standing = placed.flatMap(({ lines, first }) =>
    lines.map((one, i) => ({ ...one, across: first + (i + 0.5) * line })),
  );
  const drawn = panel(pen, {
    width: width - left,
    height: height + 22,
    marginBottom: 22,
    x: { domain: [...domain], range: [...range], clamp: true },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      ...acrossAxis(
        pen,
        measure,
        domain,
        range,
        placed.map(({ from, end: to }): [number, number] => [from, to]),
      ),
      ...(behind?.(placed) ?? []),
      hollows(
        pen,
        standing.flatMap(({ paper, across }) => (paper === null ? [] : [{ x: paper, y: across }])),
      ),
      estimates(
        pen,
        'x',
        standing.flatMap(({ point, ...rest }) => (point ? [{ point, ...rest }] : [])),
      ),
    ],
  });
  const body = {
    height: height + 22,
    nodes: [
      ...placed.map((row) =>
        element(pen, 'line', {
          x1: 0,
          x2: width,
          y1: row.top,
          y2: row.top,
          stroke: colour('line-strong', pen.theme),
          'stroke-width': row.top === 0 ? 1.25 : 0.5,
        }),
      ),
      ...placed.flatMap((row) => texts(pen, 0, row.top + 18, row.label, { size: 12.5 })),
      moved(pen, left, 0, [drawn]),
      ...standing.map((one) =>
        text(pen, width, one.across + 4, endOf(one, measure), { size: 11.5, anchor: 'end' }),
      ),
    ],
  };
  const title = text(pen, 0, 11, name, { size: 11, paint: 'ink-soft' });
  return head === 0 ? body : stacked(pen, [{ height: head, nodes: [title] }, body]);
}
