import { describe, expect, it } from 'vitest';
import { problemOf } from '../domain/testing/problem-of.ts';
import type { Engine } from '../engine/engine.ts';
import { whatChanged } from './what-changed.ts';

/** Characters are tokens. Without an adapter 'z' is expected everywhere, with one whatever is there. */
const judging: Pick<Engine, 'tokenize' | 'score' | 'pieces'> = {
  tokenize: async ({ texts }) => texts.map((text) => Array.from(text, (c) => c.charCodeAt(0))),
  pieces: async ({ tokens }) => tokens.map((token) => String.fromCharCode(token)),
  score: async ({ jobs }) =>
    jobs.map(({ tokens, adapter }) => {
      const expected = adapter === undefined ? tokens.map(() => 122) : tokens;
      return {
        ranks: tokens.map((token, i) => (token === expected[i] ? 0 : token % 2 ? 1 : 4)),
        logProbabilities: tokens.map((token, i) => Math.log(token === expected[i] ? 0.9 : 0.05)),
        entropies: tokens.map(() => 1),
        alternatives: expected.map((token) => [{ token, logProbability: Math.log(0.9) }]),
      };
    }),
};
const room = { contextLength: 100 };
const tuned = { label: 'adapter', prompt: 'Q: x\nA:', adapter: 'f' };
const base = { label: 'base', prompt: 'Q: x\nA:' };

describe('whatChanged', () => {
  it('finds the tokens at which another way of asking would have gone on otherwise', async () => {
    const [one, two] = await whatChanged(judging, room, tuned, 'zab', [base, tuned]);
    expect(one).toMatchObject({ label: 'base', unshifted: 1, marginal: 1, shifted: 1 });
    expect(one?.tokens.map(({ text, instead, rank }) => [text, instead.text, rank])).toEqual([
      ['z', 'z', 0],
      ['a', 'z', 1],
      ['b', 'z', 4],
    ]);
    expect(one?.divergence).toBeGreaterThan(0.5);
    expect(two).toMatchObject({ unshifted: 3, marginal: 0, shifted: 0, divergence: 0 });
  });

  it('judges behind prompts of any length', async () => {
    const shown = { label: 'shown', prompt: 'Q: y\nA: z\nQ: x\nA:' };
    const [one] = await whatChanged(judging, room, tuned, 'zab', [shown]);
    expect(one?.tokens.map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  it('needs an answer, and room for it', async () => {
    const of = (answer: string) => problemOf(whatChanged(judging, room, tuned, answer, []));
    expect(await of('')).toMatchObject({ code: 'bad-input' });
    expect(await of('z'.repeat(200))).toMatchObject({ code: 'context-exceeded' });
  });
});
