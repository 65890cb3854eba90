import type { FigurePoint, TableFigure } from '../data.ts';
import { levelName, pointsAt } from '../points.ts';
import { axisName } from './furniture.ts';
import { hollows, symbol, type Box } from './glyphs.ts';
import { colour, paperLook } from './palette.ts';
import { acrossAxis, domainOf, estimates, panel } from './panel.ts';
import { paperAt } from '../paper-values.ts';
import { paperNote } from './paper-layer.ts';
import { element, moved, stacked, text, texts, type Body, type Pen } from './pen.ts';
import { between, number } from '../say.ts';
import { gutter, layoutOf, type Layout, type TableRow } from './table-layout.ts';
import { textWidth, wrapped } from './text-width.ts';

/** The numbers of a cell: value, interval, and what the paper has there. */
function numbers(
  pen: Pen,
  { measure }: TableFigure,
  { wide }: Layout,
  y: number,
  point: FigurePoint | undefined,
  theirs: number | null,
): Element[] {
  const value = point ? number(point.value, measure) : '–';
  const after = textWidth(value, 14, true) + 8;
  const soft = { size: 11, paint: 'ink-soft' } as const;
  const paper = theirs === null ? '' : number(theirs, measure);
  const interval = point ? between(point, measure) : 'not run';
  const beside = after + (wide || !point ? textWidth(interval, 11) + 12 : 4);
  return [
    text(pen, 0, y, value, point ? { size: 14, bold: true } : { size: 14, paint: 'ink-soft' }),
    text(pen, wide || !point ? after : 0, wide || !point ? y : y + 15, interval, soft),
    ...(theirs === null
      ? []
      : [
          symbol(pen, [beside + 4, y - 4], paperLook, { hollow: true, r: 3 }),
          text(pen, beside + 12, y, paper, soft),
        ]),
  ];
}

/** All of a cell. */
const targetOf = ({ numbers, track: y }: TableRow, { column: width }: Layout): Box => ({
  x: -6,
  y: numbers - 17,
  width: width + 6,
  height: y - numbers + 27,
});

function column(pen: Pen, data: TableFigure, form: Layout, level: string): Element[] {
  const { rows, columns, measure } = data;
  const cells = form.rows.map((row) => {
    const at = { [rows.name]: row.level, [columns.name]: level };
    return { row, point: pointsAt(data.points, at)[0], paper: paperAt(pen.paper, at) };
  });
  const papers = form.rows.flatMap((row) =>
    columns.levels.map((other) =>
      paperAt(pen.paper, { [rows.name]: row.level, [columns.name]: other }),
    ),
  );
  const domain = domainOf(
    data.points,
    measure,
    papers.filter((value) => value !== null),
  );
  const standing = cells.flatMap(({ row, point }) =>
    point ? [{ point, across: row.track, target: targetOf(row, form), r: 3.75 }] : [],
  );
  const range = [8, form.column - 8] as const;
  const drawn = panel(pen, {
    width: form.column,
    height: form.height + 22,
    marginBottom: 22,
    x: { domain, range: [...range], clamp: true },
    y: { domain: [0, form.height], range: [0, form.height], axis: null },
    marks: [
      ...acrossAxis(
        pen,
        measure,
        domain,
        range,
        form.rows.map(({ track: y }): [number, number] => [y - 8, y + 8]),
      ),
      hollows(
        pen,
        cells.flatMap(({ row, paper }) => (paper === null ? [] : [{ x: paper, y: row.track }])),
      ),
      estimates(pen, 'x', standing),
    ],
  });
  return [
    drawn,
    ...cells.flatMap(({ row, point, paper }) =>
      numbers(pen, data, form, row.numbers, point, paper),
    ),
  ];
}

/** Columns side by side under their names, with the names of the rows. */
function block(
  pen: Pen,
  data: TableFigure,
  form: Layout,
  levels: readonly string[],
  width: number,
): Body {
  const { labels, rows, height } = form;
  const step = form.column + gutter;
  const heads = levels.map((level) =>
    wrapped(levelName(data.columns, level), 12, form.column, { bold: true, lines: 3 }),
  );
  const head = Math.max(...heads.map(({ length }) => length)) * 16 + 6;
  const rules = rows.map(({ top }) =>
    element(pen, 'line', {
      x1: 0,
      x2: width,
      y1: top,
      y2: top,
      stroke: colour('line-strong', pen.theme),
      'stroke-width': top === 0 ? 1.25 : 0.5,
    }),
  );
  const names = rows.flatMap(({ lines, top }) =>
    texts(pen, 0, top + (labels > 0 ? 22 : 18), lines, { size: 12.5, bold: true }),
  );
  const columns = levels.map((level, i) =>
    moved(pen, labels + i * step, 0, column(pen, data, form, level)),
  );
  return {
    height: head + height + 22,
    nodes: [
      ...(labels > 0
        ? [text(pen, 0, head - 8, data.rows.name, { size: 11, paint: 'ink-soft' })]
        : []),
      ...heads.flatMap((lines, i) =>
        texts(pen, labels + i * step, head - 8 - (lines.length - 1) * 16, lines, {
          bold: true,
          paint: 'ink-soft',
        }),
      ),
      moved(pen, 0, head, [...rules, ...names, ...columns]),
    ],
  };
}

/** As many columns as there is room for; the others in blocks below. */
export function drawTable(pen: Pen, data: TableFigure, width: number): Body[] {
  const form = layoutOf(data, width);
  const { levels } = data.columns;
  const blocks: Body[] = [];
  for (let from = 0; from < levels.length; from += form.most)
    blocks.push(block(pen, data, form, levels.slice(from, from + form.most), width));
  const name = axisName(pen, data.measure.label, form.labels, width);
  return [stacked(pen, [...blocks, name], 2), ...paperNote(pen, width)];
}
