/** What a row stream needs of a tokenizer. */
export interface RowTokenizer {
  readonly endOfText: number;
  encode(text: string): ArrayLike<number>;
}

/**
 * Packs documents into rows of `length + 1` tokens (inputs, and the same shifted by one). A row
 * begins with the end token and holds documents joined by it; the document that does not fit is
 * cut, and the next row begins with a fresh one. So a place in the stream is just a number of
 * documents, and skipping to it needs no tokenizing.
 */
export class RowStream {
  /** Documents taken from the source so far: the place to resume at. */
  consumed = 0;

  private readonly source: Iterator<{ readonly text: string }>;
  private readonly tokenizer: RowTokenizer;
  private readonly length: number;

  /** Throws if the source ends before `skip` documents. */
  constructor(
    source: Iterator<{ readonly text: string }>,
    tokenizer: RowTokenizer,
    length: number,
    skip = 0,
  ) {
    this.source = source;
    this.tokenizer = tokenizer;
    this.length = length;
    while (this.consumed < skip) this.document();
  }

  /** The next row, `length + 1` token ids. */
  next(): Uint16Array {
    const row = new Uint16Array(this.length + 1);
    row[0] = this.tokenizer.endOfText;
    let used = 1;
    while (used < row.length) {
      const ids = this.tokenizer.encode(this.document());
      const room = Math.min(ids.length, row.length - used);
      for (let i = 0; i < room; i++) row[used + i] = ids[i] as number;
      used += room;
      if (used < row.length) row[used++] = this.tokenizer.endOfText;
    }
    return row;
  }

  private document(): string {
    const { done, value } = this.source.next();
    if (done) throw new Error(`The corpus ended after ${this.consumed} documents.`);
    this.consumed++;
    return value.text;
  }
}
