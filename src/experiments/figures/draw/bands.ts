import type { BandsFigure, FigurePoint } from '../data.ts';
import { levelName, pointsAt } from '../points.ts';
import { wide, type Tick } from './frame.ts';
import { key, words } from './furniture.ts';
import { linesPanel, type Line } from './lines.ts';
import { lookOf, referenceLook } from './palette.ts';
import { domainOf } from './panel.ts';
import { paperAt } from '../paper-values.ts';
import { paperNote } from './paper-layer.ts';
import { gridded, stacked, type Body, type Pen } from './pen.ts';

const gap = 28;

/** The numbers that levels name ("10", "N = 10", "10 examples"); places 0, 1, 2 where they name none. */
export function ticksOf(levels: readonly string[]): Tick[] {
  const numbers = levels.map((level) => Number(/-?\d+(?:\.\d+)?/.exec(level)?.[0] ?? NaN));
  const named = new Set(numbers).size === levels.length && numbers.every(Number.isFinite);
  return levels.map((level, i) =>
    named ? { at: numbers[i] as number, label: String(numbers[i]) } : { at: i, label: level },
  );
}

/** Level lines of a panel; those without its factor stand in every panel. */
const levelLines = (data: BandsFigure, level: string): Line[] => {
  const { references, panels } = data;
  const labels = [...new Set(references.map(nameOf))];
  return labels.map((label, i) => ({
    label,
    look: referenceLook(i),
    points: references.filter(
      (point) => nameOf(point) === label && (!panels || (point.at[panels.name] ?? level) === level),
    ),
  }));
};

const nameOf = ({ at, label }: FigurePoint): string => at.reference ?? label;

/** A panel for each level of `panels`, all on one y scale; a key above where names find no room. */
export function drawBands(pen: Pen, data: BandsFigure, width: number): Body[] {
  const { x, lines, panels, measure } = data;
  const levels = panels?.levels ?? [''];
  const columns = width < 628 ? 1 : Math.min(levels.length, width < 1200 ? 2 : 3);
  const side = (width - (columns - 1) * gap) / columns;
  const ticks = ticksOf(x.levels);
  const looked = lines.levels.map((level, i) => ({
    level,
    label: levelName(lines, level),
    look: lookOf(i),
  }));
  const place = ({ at }: Pick<FigurePoint, 'at'>): number =>
    ticks[x.levels.indexOf(at[x.name] ?? '')]?.at ?? NaN;
  const paperOf = (at: Readonly<Record<string, string>>) =>
    lines.levels.flatMap((line) =>
      x.levels.flatMap((level, i) => {
        const value = paperAt(pen.paper, { [lines.name]: line, [x.name]: level }, at);
        return value === null ? [] : [{ x: (ticks[i] as Tick).at, value }];
      }),
    );
  const atPanel = (level: string): Record<string, string> =>
    panels ? { [panels.name]: level } : {};
  const domain = domainOf(
    [...data.points, ...data.references],
    measure,
    levels.flatMap((level) => paperOf(atPanel(level)).map(({ value }) => value)),
  );
  const one = (level: string): Body => {
    const at = atPanel(level);
    const drawn = linesPanel(
      pen,
      {
        measure,
        place,
        domain,
        ticks,
        name: x.name,
        lines: looked.map(({ level: line, label, look }) => ({
          label,
          look,
          points: pointsAt(data.points, { ...at, [lines.name]: line }).toSorted(
            (a, b) => place(a) - place(b),
          ),
        })),
        references: levelLines(data, level),
        paper: paperOf(at),
      },
      side,
    );
    const title = words(pen, panels ? levelName(panels, level) : '', side, {
      size: 12.5,
      bold: true,
    });
    return stacked(pen, level === '' ? [drawn] : [title, drawn]);
  };
  return [
    words(pen, measure.label, width, { size: 11, paint: 'ink-soft' }),
    ...(side < wide ? key(pen, [...looked, ...levelLines(data, levels[0] ?? '')], width) : []),
    gridded(pen, levels.map(one), columns, side, gap),
    ...paperNote(pen, width),
  ];
}
