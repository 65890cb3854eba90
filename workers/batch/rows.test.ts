import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../decoding/answer.ts';
import { regrouped, type Row } from './rows.ts';

/** An answer as far as rows look at it. */
const answer = (token: number, done: boolean) => ({ tokens: [token], done }) as unknown as Answer;

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    answers: fc.array(
      fc.tuple(fc.nat(2), fc.boolean()).map(([token, done]) => answer(token, done)),
      { maxLength: 5 },
    ),
    next: fc.nat(9),
  }),
  { maxLength: 12 },
);

describe('regrouped', () => {
  it('reads what is the same once, and every run after its own text', () => {
    fc.assert(
      fc.property(rows, (before) => {
        const { rows: after, from } = regrouped(before);
        const live = before.flatMap((row, at) =>
          row.answers.filter(({ done }) => !done).map((each) => ({ each, at })),
        );
        const origin = (place: number) => (from ? (from[place] as number) : place);
        const placed = after.flatMap(({ answers }, place) =>
          answers.map((each) => ({ each, at: origin(place) })),
        );
        expect(placed.length).toBe(live.length);
        for (const pair of live) expect(placed).toContainEqual(pair);
        const histories = after.flatMap(({ answers, next }, place) =>
          answers.length > 0 ? [`${origin(place)}/${next}`] : [],
        );
        expect(new Set(histories).size).toBe(histories.length);
        for (const { answers, next } of after)
          for (const { tokens } of answers) expect(tokens.at(-1)).toBe(next);
        if (from) expect(from.length).toBe(after.length);
      }),
    );
  });

  it('leaves rows where they are while few are idle, and moves none that need not', () => {
    fc.assert(
      fc.property(rows, (before) => {
        const { rows: after, from = after.map((_, i) => i) } = regrouped(before);
        const idle = after.filter(({ answers }) => answers.length === 0).length;
        expect(idle).toBeLessThanOrEqual(0.1 * Math.max(after.length, 1));
        // in place is possible: no row is read where another was written
        for (const [place, source] of from.entries())
          if (source !== place && source < after.length) expect(from[source]).toBe(source);
      }),
    );
  });

  it('keeps every place where all go on alike', () => {
    const before = [0, 1].map((token) => ({ answers: [answer(token, false)], next: 5 }));
    expect(regrouped(before).from).toBeUndefined();
  });
});
