/** What a row stream needs of a tokenizer. */
export interface RowTokenizer {
  readonly endOfText: number;
  encode(text: string): ArrayLike<number>;
}

/** A document of an endless corpus by its number. */
export type DocumentAt = (index: number) => { readonly text: string };

/**
 * Packs documents into rows of `length + 1` tokens (inputs, and the same shifted by one). A row
 * begins with the end token and holds documents joined by it; the document that does not fit is
 * cut, and the next row begins with a fresh one. So a place in the stream is just the number of
 * the next document.
 */
export class RowStream {
  /** Number of the next document: the place to resume at. */
  next: number;

  private readonly documentAt: DocumentAt;
  private readonly tokenizer: RowTokenizer;
  private readonly length: number;

  constructor(documentAt: DocumentAt, tokenizer: RowTokenizer, length: number, first = 0) {
    this.documentAt = documentAt;
    this.tokenizer = tokenizer;
    this.length = length;
    this.next = first;
  }

  /** The next row, `length + 1` token ids. */
  read(): Uint16Array {
    const row = new Uint16Array(this.length + 1);
    row[0] = this.tokenizer.endOfText;
    let used = 1;
    while (used < row.length) {
      const ids = this.tokenizer.encode(this.documentAt(this.next++).text);
      const room = Math.min(ids.length, row.length - used);
      for (let i = 0; i < room; i++) row[used + i] = ids[i] as number;
      used += room;
      if (used < row.length) row[used++] = this.tokenizer.endOfText;
    }
    return row;
  }
}
