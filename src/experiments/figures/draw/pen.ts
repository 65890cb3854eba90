import type { FigureData, FigurePoint, PaperSeries } from '../data.ts';
import { colour, type Paint, type Theme, type Token } from './palette.ts';
import { sayPoint } from '../say.ts';
import { textWidth } from './text-width.ts';

/** A point and the element that shows it. */
export interface DrawnPoint {
  readonly point: FigurePoint;
  readonly element: SVGGElement;
}

/** What drawing needs all the way down. */
export interface Pen {
  readonly document: Document;
  readonly theme: Theme;
  readonly data: FigureData;
  /** Whether points are buttons, or part of one picture. */
  readonly buttons: boolean;
  /** The paper's values that are drawn, if any. */
  readonly paper: PaperSeries | null;
  /** Fills while drawing, in reading order. */
  readonly drawn: DrawnPoint[];
}

/** What drawing needs that is of no figure in particular. */
export type Ink = Pick<Pen, 'document' | 'theme'>;

/** Part of a picture, from its own 0 downwards. */
export interface Body {
  readonly height: number;
  readonly nodes: readonly Element[];
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

const rounded = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;

/** An SVG element; attributes without a value are left out. No `style`: the page's policy forbids it. */
export function element<Name extends keyof SVGElementTagNameMap>(
  { document }: Pick<Pen, 'document'>,
  name: Name,
  attributes: Attributes = {},
  children: readonly (Element | string)[] = [],
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) made.setAttribute(key, rounded(value));
  made.append(...children);
  return made;
}

export const moved = (pen: Ink, x: number, y: number, nodes: readonly Element[]): SVGGElement =>
  element(pen, 'g', { transform: `translate(${rounded(x)} ${rounded(y)})` }, nodes);

/** How a text looks; 12 pixels of ink from its left end where nothing else is said. */
export interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly paint?: Token | Paint;
  /** A rim of the background, for words that stand over lines. */
  readonly rim?: boolean;
}

/** A line of text, its baseline at y. */
export const text = (
  pen: Ink,
  x: number,
  y: number,
  words: string,
  { size = 12, bold = false, anchor = 'start', paint = 'ink', rim = false }: TextLook = {},
): SVGTextElement =>
  element(
    pen,
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': bold ? 600 : null,
      'text-anchor': anchor,
      fill: colour(paint, pen.theme),
      ...(rim
        ? {
            stroke: colour('sheet', pen.theme),
            'stroke-width': 3.5,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }
        : {}),
    },
    [words],
  );

/** Lines of text, one below the other. */
export const texts = (
  pen: Ink,
  x: number,
  y: number,
  lines: readonly string[],
  look: TextLook = {},
): SVGTextElement[] =>
  lines.map((line, i) => text(pen, x, y + i * ((look.size ?? 12) + 4), line, look));

/** The widest of some texts. */
export const widest = (all: readonly string[], size: number, bold = false): number =>
  Math.max(0, ...all.map((one) => textWidth(one, size, bold)));

/** Things that show a point: one group that a reader can point at, name and press. */
export function pointed(pen: Pen, point: FigurePoint, children: readonly Element[]): SVGGElement {
  const say = sayPoint(point, pen.data);
  const group = pen.buttons
    ? element(pen, 'g', { class: 'point', role: 'button', 'aria-label': say }, children)
    : element(pen, 'g', { class: 'point' }, [element(pen, 'title', {}, [say]), ...children]);
  pen.drawn.push({ point, element: group });
  return group;
}

/** Bodies one below the other. */
export function stacked(pen: Ink, bodies: readonly Body[], gap = 0): Body {
  let height = 0;
  const nodes = bodies.map((body, i) => {
    if (i > 0) height += gap;
    const node = moved(pen, 0, height, body.nodes);
    height += body.height;
    return node;
  });
  return { height, nodes };
}

/** Bodies in rows of `columns`, each `width` wide. */
export function gridded(
  pen: Pen,
  bodies: readonly Body[],
  columns: number,
  width: number,
  gap = 16,
): Body {
  const rows: Body[] = [];
  for (let from = 0; from < bodies.length; from += columns) {
    const row = bodies.slice(from, from + columns);
    rows.push({
      height: Math.max(...row.map(({ height }) => height)),
      nodes: row.map(({ nodes }, i) => moved(pen, i * (width + gap), 0, nodes)),
    });
  }
  return stacked(pen, rows, gap);
}
