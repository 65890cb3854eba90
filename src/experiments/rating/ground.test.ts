import { expect, it } from 'vitest';
import { ratingGround } from './ground.ts';
import { ratedResults } from './testing/rated-results.ts';

it('has of every answer what a reader sees, the conversation before it, and nothing of the arm', () => {
  const { arms, slots } = ratingGround(ratedResults(2));
  expect(arms).toEqual([
    { label: 'bare', language: 'en' },
    { label: 'URIAL', language: 'en' },
  ]);
  expect(slots).toHaveLength(2 * 2 * 2);
  const [first, second] = slots.filter(({ item }) => item === 'item-0');
  expect(first?.answers[0]).toEqual({
    key: '0/0/0/1',
    earlier: [],
    query: 'item-0, turn 1?',
    answer: '4 of 0/0/0/1',
    reference: 'is 1',
  });
  expect(second?.answers[1]?.earlier).toEqual([
    { query: 'item-0, turn 1?', answer: '5 of 0/1/0/1/1' },
  ]);
});

it('leaves out what failed, what is to come, and the candidates of a search', () => {
  const results = ratedResults(2, (label, item) => {
    if (label === 'bare') return item === 'item-0' ? 'failed' : 5;
    return item === 'item-0' ? 'missing' : 5;
  });
  const { slots } = ratingGround(results);
  for (const { item, answers } of slots)
    expect(answers.map((answer) => answer !== null)).toEqual(
      item === 'item-0' ? [false, false] : [true, true],
    );
  const searched = results.rounds.map((round) => ({ ...round, purpose: 'search' as const }));
  expect(ratingGround({ ...results, rounds: searched })).toEqual({ arms: [], slots: [] });
});
