import { expect, it } from 'vitest';
import { choicesInReply } from './choices-in-reply.ts';

const token = (text: string, others: Record<string, number> = {}, p = 0.5) => ({
  text,
  logProbability: Math.log(p),
  alternatives: Object.entries({ [text]: p, ...others }).map(([other, q]) => ({
    text: other,
    logProbability: Math.log(q),
  })),
});
const shares = (found: Map<string, number>) =>
  Object.fromEntries([...found].map(([choice, log]) => [choice, Number(Math.exp(log).toFixed(6))]));

it('finds the token that says the rating, and what else it might have been', () => {
  const reply = [
    token('It is 3 of ['),
    token('Rating'),
    token(': [['),
    token('7', { '10': 0.2, ' 7': 0.1, x: 0.1, '8]]': 0.05 }),
    token(']]'),
    token(' not [[2]]', { '[[3': 0.9 }),
  ];
  expect(shares(choicesInReply(reply))).toEqual({ '7': 0.6, '10': 0.2, '8': 0.05 });
});

it('reads brackets and choice in one token, or opened by the prompt', () => {
  expect(shares(choicesInReply([token('[[B]]', { '[[A]]': 0.3 })]))).toEqual({ B: 0.5, A: 0.3 });
  expect(shares(choicesInReply([token('4'), token(']]')], 'Rating: [['))).toEqual({ '4': 0.5 });
  expect(shares(choicesInReply([token('4')]))).toEqual({});
});
