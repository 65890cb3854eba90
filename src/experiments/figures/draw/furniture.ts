import { colour, type Look } from './palette.ts';
import { element, text, texts, type Body, type Ink, type TextLook } from './pen.ts';
import { symbol } from './glyphs.ts';
import { cut, textWidth, wrapped } from './text-width.ts';

/** A line or more of words. */
export function words(pen: Ink, content: string, width: number, look: TextLook = {}): Body {
  const { size = 12, bold = false } = look;
  const lines = wrapped(content, size, width, { bold });
  return {
    height: lines.length * (size + 4) + 2,
    nodes: texts(pen, 0, size, lines, look),
  };
}

/** The name of an axis, under it and in its middle. */
export function axisName(pen: Ink, content: string, from: number, to: number): Body {
  const lines = wrapped(content, 11, to - from);
  return {
    height: lines.length * 15 + 2,
    nodes: texts(pen, (from + to) / 2, 11, lines, {
      size: 11,
      anchor: 'middle',
      paint: 'ink-soft',
    }),
  };
}

const sample = 30;

/** Which look is whose: dashes and symbol as in the picture, in rows as wide as there is room. */
export function key(
  pen: Ink,
  items: readonly { readonly label: string; readonly look: Look }[],
  width: number,
  dashed = true,
): Body[] {
  if (items.length < 2) return [];
  const nodes: Element[] = [];
  let [x, row] = [0, 0];
  for (const { label, look } of items) {
    const shown = cut(label, 12, width - sample - 6);
    const wide = sample + 6 + textWidth(shown, 12);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const y = row * 20 + 9;
    nodes.push(
      element(pen, 'line', {
        x1: x + 1,
        x2: x + sample - 1,
        y1: y,
        y2: y,
        stroke: colour(look.paint, pen.theme),
        'stroke-width': 2,
        'stroke-dasharray': dashed ? look.dash : null,
      }),
      symbol(pen, [x + sample / 2, y], look),
      text(pen, x + sample + 6, y + 4, shown),
    );
    x += wide + 18;
  }
  return [{ height: row * 20 + 22, nodes }];
}
