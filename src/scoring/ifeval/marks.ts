import { isSpace, space, strip } from './text.ts';

/**
 * Lines of a list. A line begins at a new line's first character that is not white space; a star counts if none
 * follows it (two are bold type), a hyphen always. What follows the mark belongs to it even across a line's end.
 */
export function bullets(text: string, marks: string): number {
  let count = 0;
  for (const mark of marks) {
    let start = 0;
    while (start <= text.length) {
      let at = start;
      while (isSpace(text[at])) at++;
      const lone = mark !== '*' || (at + 1 < text.length && text[at + 1] !== '*');
      const listed = text[at] === mark && lone;
      if (listed) count++;
      const end = text.indexOf('\n', listed ? at + (mark === '*' ? 2 : 1) : at);
      if (end < 0) break;
      start = end + 1;
    }
  }
  return count;
}

/** From a place on, the next star or the end of the line or text. */
function nextStop(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '*' && text[at] !== '\n') at++;
  return at;
}

/** Passages between stars on one line: *so*, and **so**, each kind looked for by itself from the beginning. */
export function highlights(text: string): number {
  let count = 0;
  for (const width of [1, 2]) {
    const fence = '*'.repeat(width);
    for (let open = text.indexOf(fence); open >= 0;) {
      const start = open + width;
      const stop = nextStop(text, start);
      const closed = text.startsWith(fence, stop);
      if (closed && strip(text.slice(start, stop)) !== '') count++;
      // without its end, a pair may still begin one star further on
      open = text.indexOf(fence, closed ? stop + width : open + 1);
    }
  }
  return count;
}

/** How often a heading stands with a number behind it: "Section 1", "SECTION2". */
export function numbered(text: string, heading: string): number {
  const number = new RegExp(String.raw`[${space}]?\p{Nd}+[${space}]?`, 'uy');
  let count = 0;
  for (let at = text.indexOf(heading); at >= 0;) {
    number.lastIndex = at + heading.length;
    const found = number.test(text);
    if (found) count++;
    at = text.indexOf(heading, found ? number.lastIndex : at + 1);
  }
  return count;
}

/** Whether some line holds a title between its marks, with more than marks and white space in it. */
export function titled(text: string, [open, close]: readonly [string, string]): boolean {
  return text.split('\n').some((line) => {
    let start = line.indexOf(open);
    let end = line.lastIndexOf(close);
    if (start < 0 || end <= start + open.length) return false;
    end += close.length;
    while (line[start] === open[0]) start++;
    while (end > start && line[end - 1] === close[0]) end--;
    return strip(line.slice(start, end)) !== '';
  });
}
