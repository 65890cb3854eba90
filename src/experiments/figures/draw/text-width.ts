/**
 * How wide texts may be, without a browser to measure them: widths of DejaVu Sans, the widest of the fonts
 * that systems show as sans-serif, so that nothing is cut under any other. In em.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!` ]/u, 0.36],
  [/[()[\]{}frtI\-–"/\\]/u, 0.47],
  [/[mwMW@%—…✓✗≥≤→]/u, 1],
  [/[0-9$?_ £]/u, 0.64],
  [/[+<>=~±×−]/u, 0.84],
  [/[A-Z&#]/u, 0.76],
  [/[\u0020-\u024f\u0370-\u04ff]/u, 0.645],
];

const memory = new Map<string, number>();

function em(character: string): number {
  const known = memory.get(character);
  if (known !== undefined) return known;
  const width = widths.find(([those]) => those.test(character))?.[1] ?? 1.05;
  memory.set(character, width);
  return width;
}

/** An upper bound of a text's width in pixels. Bold is a tenth wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += em(character);
  return sum * size * (bold ? 1.12 : 1);
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function cut(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, bold) > width)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** A text in lines of at most `width` pixels, broken between words; what is still too long is cut. */
export function wrapped(
  text: string,
  size: number,
  width: number,
  { bold = false, lines: most = Infinity }: { bold?: boolean; lines?: number } = {},
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const fits = last !== undefined && textWidth(longer, size, bold) <= width;
    if (fits || (last !== undefined && lines.length >= most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => cut(line, size, width, bold));
}
