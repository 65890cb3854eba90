import { tokenSpans, type Span } from './spans.ts';

/** A held-out document, as the corpus program gives it. Spans count characters of `text`. */
export interface ValidationDocument {
  readonly text: string;
  readonly family: string;
  readonly examples?: readonly Span[];
}

/** What preparing validation needs of a tokenizer. */
export interface ValidationTokenizer {
  readonly endOfText: number;
  encode(text: string): ArrayLike<number>;
  decode(ids: Iterable<number>): string;
}

/** A document ready to score: one row. Position t of its log-probabilities belongs to row[t + 1]. */
export interface ValidationRow {
  readonly family: string;
  /** End token, the document, end token; cut to `length + 1`. */
  readonly row: readonly number[];
  /** Positions of each whole example. */
  readonly examples: readonly Span[];
}

/** Tokenizes held-out documents once, for all validations of a run. */
export function validationRows(
  documents: readonly ValidationDocument[],
  tokenizer: ValidationTokenizer,
  length: number,
): ValidationRow[] {
  return documents.map(({ text, family, examples = [] }) => {
    const ids = tokenizer.encode(text);
    const row = [tokenizer.endOfText, ...Array.from(ids), tokenizer.endOfText];
    return {
      family,
      row: row.slice(0, length + 1),
      // Token i of the document stands at i + 1 of the row, so position i predicts it.
      examples: tokenSpans(ids, examples, (prefix) => tokenizer.decode(prefix)).filter(
        (span) => span.end <= length,
      ),
    };
  });
}
