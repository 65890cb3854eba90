import { paperLook } from './palette.ts';
import { symbol } from './glyphs.ts';
import { texts, type Body, type Pen } from './pen.ts';
import { wrapped } from './text-width.ts';

/** Says what the hollow marks are. Nothing where there are none. */
export function paperNote(pen: Pen, width: number): Body[] {
  const { paper } = pen;
  if (!paper) return [];
  const words =
    `Hollow: ${paper.source}. ${paper.measure.label}: another bench, models and judge than here, ` +
    'on a scale with the same ends; printed without intervals.';
  const lines = wrapped(words, 11, width - 18);
  return [
    {
      height: 15 * lines.length + 4,
      nodes: [
        symbol(pen, [7, 9], paperLook, { hollow: true }),
        ...texts(pen, 18, 13, lines, { size: 11, paint: 'ink-soft' }),
      ],
    },
  ];
}
