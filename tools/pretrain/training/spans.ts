/** A half-open range: [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Token ranges of character ranges: the tokens that hold at least one character of each.
 * @param decode text of a prefix of `ids`; its length must not fall as the prefix grows
 */
export function tokenSpans(
  ids: ArrayLike<number>,
  spans: readonly Span[],
  decode: (ids: Iterable<number>) => string,
): Span[] {
  const all = Array.from(ids);
  const lengths = new Map<number, number>();
  const charactersBefore = (token: number): number => {
    const known = lengths.get(token);
    if (known !== undefined) return known;
    const length = decode(all.slice(0, token)).length;
    lengths.set(token, length);
    return length;
  };
  /** The first token index in [0, n] for which `test` holds; it must hold from there on. */
  const first = (test: (token: number) => boolean): number => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return spans.map(({ start, end }) => ({
    start: first((token) => charactersBefore(token + 1) > start),
    end: first((token) => charactersBefore(token) >= end),
  }));
}
