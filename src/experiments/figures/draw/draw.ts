import { drawBands } from './bands.ts';
import type { FigureData } from '../data.ts';
import { pointsOf } from '../points.ts';
import { drawDots } from './dots.ts';
import { drawForest } from './forest.ts';
import { words } from './furniture.ts';
import { drawHeatmap, leastWidth } from './heatmap.ts';
import { drawHistogram } from './histogram.ts';
import type { Theme } from './palette.ts';
import { drawable } from '../paper-values.ts';
import { element, moved, stacked, type Body, type DrawnPoint, type Pen } from './pen.ts';
import { describe } from '../say.ts';
import { drawShift } from './shift.ts';
import { drawTable } from './table.ts';

export interface DrawOptions {
  /** In pixels, at least 240. A figure that needs more comes out wider. */
  readonly width: number;
  readonly theme?: Theme;
  /** Where elements are made; an inert document of the page's own where none is given. */
  readonly document?: Document;
  /** Whether points are buttons for a reader, or parts of one picture. */
  readonly buttons?: boolean;
  /** Label of the paper's series to draw, of `drawable(data)`; null for none. */
  readonly paper?: string | null;
}

export interface DrawnFigure {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  /** Every estimate with the group that shows it, in the order in which they are drawn. */
  readonly points: readonly DrawnPoint[];
}

function bodies(pen: Pen, data: FigureData, width: number): Body[] {
  if (pointsOf(data).length === 0)
    return [words(pen, 'Nothing has been measured yet.', width, { paint: 'ink-soft' })];
  switch (data.kind) {
    case 'table':
      return drawTable(pen, data, width);
    case 'heatmap':
      return drawHeatmap(pen, data, width);
    case 'bands':
      return drawBands(pen, data, width);
    case 'histogram':
      return drawHistogram(pen, data, width);
    case 'dots':
      return drawDots(pen, data, width);
    case 'shift':
      return drawShift(pen, data, width);
    case 'forest':
      return drawForest(pen, data, width);
  }
}

/** A figure as bodies with a pen: for what stands around it in a file. */
export function bodyOf(
  data: FigureData,
  options: DrawOptions,
): { pen: Pen; body: Body; width: number } {
  const { theme = 'page', buttons = false, paper = null } = options;
  const pen: Pen = {
    document: options.document ?? document.implementation.createHTMLDocument(),
    theme,
    data,
    buttons,
    paper: drawable(data).find(({ label }) => label === paper) ?? null,
    drawn: [],
  };
  const width = Math.max(240, options.width, data.kind === 'heatmap' ? leastWidth(data) : 0);
  return { pen, width, body: stacked(pen, bodies(pen, data, width), 10) };
}

/**
 * Draws a figure: `role="img"` with what is seen in words; with `buttons` a group of buttons, the first
 * of which can be reached by Tab. Neither style sheets nor style attributes are in it.
 */
export function drawFigure(data: FigureData, options: DrawOptions): DrawnFigure {
  const { pen, body, width } = bodyOf(data, options);
  for (const [i, { element: group }] of pen.drawn.entries())
    if (pen.buttons) group.setAttribute('tabindex', i === 0 ? '0' : '-1');
  const height = Math.ceil(body.height);
  const svg = element(
    pen,
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: pen.buttons ? 'group' : 'img',
      'aria-label': describe(data),
    },
    [moved(pen, 0, 0, body.nodes)],
  );
  return { svg, width, height, points: pen.drawn };
}
