import type { FigurePoint, ShiftFigure } from '../data.ts';
import { pointsAt } from '../points.ts';
import { wide } from './frame.ts';
import { key, words } from './furniture.ts';
import { linesPanel } from './lines.ts';
import { lookOf } from './palette.ts';
import { domainOf } from './panel.ts';
import { stacked, type Body, type Pen } from './pen.ts';
import { shareBar, shareLegend } from './shares.ts';

/** Shares by arm as bars, then shifted tokens by position as lines. */
export function drawShift(pen: Pen, data: ShiftFigure, width: number): Body[] {
  const { arms, positions, measure } = data;
  const levels = [...new Set(positions.map(({ at }) => at.position ?? ''))];
  const looked = arms.levels.map((label, i) => ({ label, look: lookOf(i) }));
  const place = ({ at }: Pick<FigurePoint, 'at'>): number => levels.indexOf(at.position ?? '');
  const lines = looked.map(({ label, look }) => ({
    label,
    look,
    points: pointsAt(positions, { [arms.name]: label }),
  }));
  const title = 'Shifted tokens by position in the answer';
  const byPosition = (): Body =>
    stacked(pen, [
      words(pen, title, width, { size: 12.5, bold: true }),
      ...(width < wide ? key(pen, looked, width) : []),
      linesPanel(
        pen,
        {
          measure,
          lines,
          place,
          references: [],
          paper: [],
          ticks: levels.map((label, at) => ({ at, label })),
          domain: domainOf(positions, measure),
          name: 'position',
        },
        width,
      ),
    ]);
  return [
    shareLegend(pen, width),
    stacked(
      pen,
      arms.levels.map((label) => shareBar(pen, data, label, width)),
      8,
    ),
    ...(levels.length < 2 ? [] : [byPosition()]),
  ];
}
