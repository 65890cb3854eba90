/** A line without its break, and where it begins in its text (UTF-16 units). */
export interface PlacedLine {
  readonly line: string;
  readonly start: number;
}

/** The lines of a text with their places; any of \n, \r\n and \r breaks one. */
export function linesWithPlaces(text: string): PlacedLine[] {
  const lines: PlacedLine[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/\r\n?|\n/gu)) {
    lines.push({ line: text.slice(start, index), start });
    start = index + mark.length;
  }
  lines.push({ line: text.slice(start), start });
  return lines;
}
