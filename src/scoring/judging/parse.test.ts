import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named, sharedData, sharedLines } from '../testing/shared-data.ts';
import { parseRating, parseVerdict } from './parse.ts';

describe('parseRating', () => {
  it('takes the first rating in double brackets', () => {
    expect(parseRating('Good. Rating: [[7]]. Not [[3]].')).toBe(7);
    expect(parseRating('see [1] and [2]; Rating: [[8.5]]')).toBe(8.5);
    expect(parseRating('[[9.]]')).toBe(9);
    expect(parseRating('[[0]]')).toBe(0);
  });

  it('falls back on single brackets', () => {
    expect(parseRating('Rating: [6]')).toBe(6);
    expect(parseRating('[[four]] or [4]')).toBe(4);
  });

  it.each(['', 'Rating: 7', '[[]]', '[[-3]]', '[ 5 ]', '$ERROR$', '[[85]]', '[[10.5]]'])(
    'finds none in "%s"',
    (text) => expect(parseRating(text)).toBeNull(),
  );

  it('gives a rating on the scale, or none, for any text', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom('[', ']', '[[', ']]', '.', '7'), fc.string()));
    fc.assert(
      fc.property(pieces, (parts) => {
        const rating = parseRating(parts.join(''));
        if (rating !== null) expect(rating >= 0 && rating <= 10).toBe(true);
      }),
    );
  });

  it('is not slowed by long texts', () => {
    expect(parseRating(`[[${'1'.repeat(300_000)}`)).toBeNull();
    expect(parseRating(`${'[[1'.repeat(100_000)}]]`)).toBe(1);
  });

  it.skipIf(!sharedData)(named("equals all of FastChat's stored scores"), () => {
    const rows = sharedLines<{ judgment: string; score: number }>(
      'mt_bench/model_judgment_gpt-4_single-origin.jsonl',
    );
    expect(rows).toHaveLength(330);
    expect(rows.map(({ judgment }) => parseRating(judgment) ?? -1)).toEqual(
      rows.map(({ score }) => score),
    );
  });
});

describe('parseVerdict', () => {
  it.each([
    ['Better: [[A]]', 'A'],
    ['[[B]]', 'B'],
    ['[[C]]', 'tie'],
    ['[[tie]]', 'tie'],
    ['[[B]], though [[A]] is close', 'A'],
    ['[[C]] or [[B]]', 'B'],
    ['A is better [A]', null],
    ['', null],
  ] as const)('"%s" is %s', (text, verdict) => expect(parseVerdict(text)).toBe(verdict));
});
