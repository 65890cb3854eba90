import type { Interval } from './interval.ts';

/** What a claim says of a contrast, in the contrast's unit. */
export type Expectation =
  | { readonly kind: 'above' | 'below'; readonly than: number }
  | { readonly kind: 'near'; readonly than: number; readonly within: number };

/** What the data say of a claim. A claim without data has none of these: it was not run. */
export type Verdict = 'supported' | 'contradicted' | 'undecided';

/** Where the whole interval lies; both false where it covers an end. */
function judged(inside: boolean, outside: boolean): Verdict {
  if (inside) return 'supported';
  return outside ? 'contradicted' : 'undecided';
}

/**
 * A claim judged by an interval: supported where the whole interval agrees with it, contradicted where the
 * whole interval disagrees, else undecided, so that few data never decide. "Near" is supported by an
 * interval inside than ± within (the interval form of an equivalence test: Schuirmann 1987), never by a
 * difference that merely was not found.
 * @throws RangeError when `within` is negative
 */
export function verdict({ low, high }: Interval, expectation: Expectation): Verdict {
  const { than } = expectation;
  if (expectation.kind !== 'near') {
    const [above, below] = [low > than, high < than];
    return expectation.kind === 'above' ? judged(above, below) : judged(below, above);
  }
  const { within } = expectation;
  if (!(within >= 0)) throw new RangeError(`"near" needs a distance of 0 or more, not ${within}`);
  const [from, to] = [than - within, than + within];
  return judged(low >= from && high <= to, high < from || low > to);
}
