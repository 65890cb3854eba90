import type { DotsFigure } from '../data.ts';
import { levelName, pointsAt } from '../points.ts';
import { axisName, key, words } from './furniture.ts';
import { lookOf, referenceLook } from './palette.ts';
import { domainOf } from './panel.ts';
import { paperAt } from '../paper-values.ts';
import { paperNote } from './paper-layer.ts';
import { gridded, stacked, type Body, type Pen } from './pen.ts';
import { endsWidth, rowsBody, type Row } from './rows.ts';

const gap = 32;

/**
 * Dots lie in rows, groups of them side by side: names of any length can be read, and a phone has
 * more room downwards than across.
 */
export function drawDots(pen: Pen, data: DotsFigure, width: number): Body[] {
  const { x, groups, panels, measure } = data;
  const levels = panels?.levels ?? [''];
  const columns = width < 800 ? 1 : Math.min(2, levels.length);
  const side = (width - (columns - 1) * gap) / columns;
  const looked = groups.levels.map((level, i) => ({
    level,
    label: levelName(groups, level),
    look: lookOf(i),
  }));
  const rowsOf = (level: string): Row[] => {
    const panel = panels ? { [panels.name]: level } : {};
    const crossed = x.levels.map((label) => ({
      label,
      lines: looked.map(({ level: group, look }) => {
        const at = { [x.name]: label, [groups.name]: group };
        const [point] = pointsAt(data.points, { ...panel, ...at });
        return { point, look, paper: paperAt(pen.paper, at, panel) };
      }),
    }));
    const references = data.references
      .filter(({ at }) => !panels || (at[panels.name] ?? level) === level)
      .map((point) => ({
        label: point.at.reference ?? point.label,
        lines: [{ point, look: referenceLook(0), paper: null }],
      }));
    return [...crossed, ...references];
  };
  const all = levels.map(rowsOf);
  const papers = all.flat().flatMap(({ lines }) => lines.flatMap(({ paper }) => paper ?? []));
  const domain = domainOf([...data.points, ...data.references], measure, papers);
  const ends = endsWidth(all.flat(), measure);
  const bodies = levels.map((level, i) => {
    const drawn = rowsBody(pen, { name: x.name, rows: all[i] ?? [], measure, domain, ends }, side);
    const title = words(pen, panels ? levelName(panels, level) : '', side, {
      size: 12.5,
      bold: true,
    });
    return stacked(pen, level === '' ? [drawn] : [title, drawn], 2);
  });
  return [
    ...key(pen, looked, width, false),
    stacked(pen, [
      gridded(pen, bodies, columns, side, gap),
      axisName(pen, measure.label, 0, width),
      ...paperNote(pen, width),
    ]),
  ];
}
