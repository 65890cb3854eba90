import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratings, verdicts } from '../../domain/judgment.ts';
import { choiceShares, choiceTokens } from './rating-shares.ts';

const letters = {
  tokenize: ({ texts }: { texts: string[] }) =>
    Promise.resolve(texts.map((text) => Array.from(text, (c) => c.codePointAt(0) ?? 0))),
};
/** A tokenizer that has 10 as one token. */
const tens = {
  tokenize: ({ texts }: { texts: string[] }) =>
    Promise.resolve(
      texts.map((text) =>
        (text.match(/10|./gsu) ?? []).map(
          (piece) => (piece.codePointAt(0) as number) + 1000 * (piece.length - 1),
        ),
      ),
    ),
};
const { signal } = new AbortController();

/** ln P of a token after others: any numbers, always the same. */
const logOf = (before: readonly number[], token: number): number =>
  -(((before.length * 7 + token * 13) % 97) + 1) / 10;

const model = {
  score: ({ jobs }: { jobs: { promptTokens: number[]; tokens: number[] }[] }) =>
    Promise.resolve(
      jobs.map(({ promptTokens, tokens }) => ({
        logProbabilities: tokens.map((token, i) =>
          logOf([...promptTokens, ...tokens.slice(0, i)], token),
        ),
        ...{ ranks: tokens, entropies: tokens, alternatives: tokens.map(() => []) },
      })),
    ),
};

describe('choiceTokens', () => {
  it('keeps of each choice what tells it from all others', async () => {
    const { prompt, own } = await choiceTokens(letters, { text: 'x[[', choices: ratings }, 100);
    expect(String.fromCodePoint(...prompt)).toBe('x[[');
    expect(own.map((tokens) => String.fromCodePoint(...tokens))).toEqual([
      ...['1]', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    ]);
  });

  it('takes a 10 that is one token as one', async () => {
    const { own } = await choiceTokens(tens, { text: 'x[[', choices: ratings }, 100);
    expect(own.map(({ length }) => length)).toEqual(ratings.map(() => 1));
  });

  it('refuses what has no room', async () => {
    const asked = choiceTokens(letters, { text: 'x'.repeat(97), choices: ratings }, 100);
    await expect(asked).rejects.toThrow('room for 100');
  });
});

describe('choiceShares', () => {
  it('gives each choice of each prompt the sum over its own tokens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 4 }),
        fc.constantFrom(ratings, verdicts),
        fc.constantFrom(letters, tens),
        async (texts, choices, tokenizer) => {
          const all = await Promise.all(
            texts.map((text) => choiceTokens(tokenizer, { text: `${text}[[`, choices }, 100)),
          );
          const sums = all.map(({ prompt, own }) =>
            own.map((tokens) =>
              tokens
                .map((token, i) => logOf([...prompt, ...tokens.slice(0, i)], token))
                .reduce((a, b) => a + b, 0),
            ),
          );
          expect(await choiceShares(model, all, signal)).toEqual(sums);
        },
      ),
      { numRuns: 40 },
    );
  });
});
