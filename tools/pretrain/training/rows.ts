import type { Span } from './spans.ts';

/** What a row stream needs of a tokenizer. */
export interface RowTokenizer {
  readonly endOfText: number;
  encode(text: string): ArrayLike<number>;
  /** UTF-8 bytes that a token stands for. */
  byteLength(id: number): number;
}

/** A document of an endless corpus by its number; `determined` as the corpus program marks it. */
export type DocumentAt = (index: number) => {
  readonly text: string;
  readonly determined?: readonly Span[];
};

/** A row: its tokens, and how much the prediction of each token but the first counts. */
export interface Row {
  /** [length + 1] */
  readonly tokens: Uint16Array;
  /** [length], that of tokens[t + 1] at t. */
  readonly weights: Float32Array;
}

const bytes = (text: string): number => Buffer.byteLength(text);

/** Which tokens of a text hold a part of one of the spans (of characters, in order). */
export function tokensWithin(
  text: string,
  ids: ArrayLike<number>,
  spans: readonly Span[],
  byteLength: (id: number) => number,
): boolean[] {
  const within = Array.from({ length: ids.length }, () => false);
  let token = 0;
  let at = 0;
  for (const span of spans) {
    const start = bytes(text.slice(0, span.start));
    const end = start + bytes(text.slice(span.start, span.end));
    while (token < ids.length && at + byteLength(ids[token] as number) <= start)
      at += byteLength(ids[token++] as number);
    while (token < ids.length && at < end) {
      within[token] = true;
      at += byteLength(ids[token++] as number);
    }
  }
  return within;
}

/**
 * Packs documents into rows of `length + 1` tokens (inputs, and the same shifted by one). A row
 * begins with the end token and holds documents joined by it; the document that does not fit is
 * cut, and the next row begins with a fresh one. So a place in the stream is just the number of
 * the next document. What can be known counts `emphasis` times in the loss.
 */
export class RowStream {
  /** Number of the next document: the place to resume at. */
  next: number;

  private readonly documentAt: DocumentAt;
  private readonly tokenizer: RowTokenizer;
  private readonly length: number;
  private readonly emphasis: number;

  constructor(
    documentAt: DocumentAt,
    tokenizer: RowTokenizer,
    { length, emphasis = 1, first = 0 }: { length: number; emphasis?: number; first?: number },
  ) {
    this.documentAt = documentAt;
    this.tokenizer = tokenizer;
    this.length = length;
    this.emphasis = emphasis;
    this.next = first;
  }

  /** The next row. */
  read(): Row {
    const tokens = new Uint16Array(this.length + 1);
    const weights = new Float32Array(this.length).fill(1);
    tokens[0] = this.tokenizer.endOfText;
    let used = 1;
    while (used < tokens.length) {
      const { text, determined = [] } = this.documentAt(this.next++);
      const ids = this.tokenizer.encode(text);
      const within = tokensWithin(text, ids, determined, (id) => this.tokenizer.byteLength(id));
      const room = Math.min(ids.length, tokens.length - used);
      for (let i = 0; i < room; i++) {
        if (within[i]) weights[used + i - 1] = this.emphasis;
        tokens[used + i] = ids[i] as number;
      }
      used += room;
      if (used < tokens.length) tokens[used++] = this.tokenizer.endOfText;
    }
    return { tokens, weights };
  }
}
