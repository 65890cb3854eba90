import { describe, expect, it } from 'vitest';
import { tokensIn, withBias } from './token-bias.ts';

describe('withBias', () => {
  it('sets, changes and takes off', () => {
    const one = withBias([], 7, 2);
    expect(withBias(withBias(one, 9, -100), 7, 3)).toEqual([
      { token: 9, bias: -100 },
      { token: 7, bias: 3 },
    ]);
    expect(withBias(one, 7, 0)).toEqual([]);
  });
});

describe('tokensIn', () => {
  it('leaves out what the tokenizer puts before every text', async () => {
    const engine = {
      tokenize: ({ texts }: { texts: string[] }) =>
        Promise.resolve(texts.map((text) => [1, ...Array.from(text, (c) => c.charCodeAt(0))])),
      pieces: ({ tokens }: { tokens: number[] }) =>
        Promise.resolve(tokens.map((token) => String.fromCharCode(token))),
    };
    expect(await tokensIn(engine, 'ab')).toEqual([
      { token: 97, piece: 'a' },
      { token: 98, piece: 'b' },
    ]);
  });
});
