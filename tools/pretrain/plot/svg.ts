const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe between tags and in attributes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);

/** Numbers short enough for a file people may open: two decimals. */
const short = (value: number | string): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);

/** One SVG element. Children are markup already; attribute values are escaped here. */
export function element(
  name: string,
  attributes: Readonly<Record<string, number | string>>,
  ...children: string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${short(value)}"`)
    .join('');
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A text element. */
export const label = (
  text: string,
  x: number,
  y: number,
  attributes: Readonly<Record<string, number | string>> = {},
): string => element('text', { x, y, ...attributes }, escapeXml(text));

/** A path through points, in order. Empty for no points. */
export const polyline = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
