/** A heading line of a URIAL prompt file. Positions are UTF-16 offsets. */
export interface Heading {
  what: 'rules' | 'query' | 'answer';
  /** User and Assistant: no fences. */
  chat: boolean;
  start: number;
  /** Behind the heading's line. */
  end: number;
}

const kinds: Record<string, Pick<Heading, 'what' | 'chat'>> = {
  Instruction: { what: 'rules', chat: false },
  'Query:': { what: 'query', chat: false },
  'Answer:': { what: 'answer', chat: false },
  'User:': { what: 'query', chat: true },
  'Assistant:': { what: 'answer', chat: true },
};

/** All heading lines in order; `# Instruction` counts only where it is the first. */
export function findHeadings(text: string): Heading[] {
  const found: Heading[] = [];
  for (const match of text.matchAll(
    /(?<=^|\n)# (Instruction|Query:|Answer:|User:|Assistant:)[ \t]*\r?(?:\n|$)/g,
  )) {
    const kind = kinds[match[1] ?? ''];
    if (!kind || (kind.what === 'rules' && found.length > 0)) continue;
    found.push({ ...kind, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Where the text under a heading starts and ends: without its fences, or without white space around it. */
export function locate(
  text: string,
  heading: Heading,
  end: number,
): { start: number; end: number; unclosed: boolean } {
  const body = text.slice(heading.end, end);
  const fence = heading.what === 'rules' || heading.chat ? null : /^\s*```(\r?\n)?/.exec(body);
  if (!fence) {
    const lead = body.length - body.trimStart().length;
    const length = body.trim().length;
    // an empty text keeps to the start, so that what follows stays behind it
    const start = heading.end + (length === 0 ? 0 : lead);
    return { start, end: start + length, unclosed: false };
  }
  const inner = body.slice(fence[0].length);
  const close = /(?:\r?\n)?```\s*$/.exec(inner);
  const start = heading.end + fence[0].length;
  const length = close ? close.index : inner.trimEnd().length;
  return { start, end: start + length, unclosed: close === null };
}
