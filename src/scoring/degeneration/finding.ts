/** A stretch of the judged text that speaks for a finding; offsets in UTF-16 units, `end` past the last. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  /** What was seen there, in a few words for the reader. */
  readonly what: string;
}

/** What a detector says of one answer. */
export interface Finding {
  /** Whether the answer counts as degenerate; the share of such answers is the rate. */
  readonly flag: boolean;
  /** How much of the answer it concerns, from 0 to 1. */
  readonly share: number;
  /** In the order of the text. */
  readonly evidence: readonly Evidence[];
}

/** Nothing was found. */
export const clean: Finding = { flag: false, share: 0, evidence: [] };
