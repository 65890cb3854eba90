import { expect, it } from 'vitest';
import type { HandRating, Judgment } from '../../domain/experiment.ts';
import { wilson } from '../../scoring/statistics/wilson.ts';
import { newRating } from './raters.ts';
import { revealOf } from './reveal.ts';
import { ratedResults } from './testing/rated-results.ts';

const bare = (item: number, turn = 1) => `0/0/${item}/${turn}`;
const urial = (item: number, seed = 1, turn = 1) => `0/1/${item}/${turn}/${seed}`;

const ratings: HandRating[] = [];
const rates = (rater: string, judgment: Judgment) =>
  ratings.push(newRating('e', rater, judgment, new Date(ratings.length * 1000).toISOString()));
const points = (rater: string, cell: string, rating: number) =>
  rates(rater, { kind: 'single', cell, rating });
const prefers = (rater: string, left: string, right: string, better: 'left' | 'right' | 'tie') =>
  rates(rater, { kind: 'pair', left, right, better });

points('Ada', bare(0), 2);
points('Ada', bare(1), 4);
points('Ada', urial(0, 1), 9);
points('Ada', urial(0, 2), 7);
points('Ada', urial(1, 1), 6);
points('Ben', bare(0), 4);
points('Ben', urial(0, 1), 10);
points('Ben', urial(1, 1), 7);
rates('Ben', { kind: 'skip', cells: [urial(2)] });
prefers('Ada', bare(0), urial(0), 'right');
prefers('Ada', urial(1), bare(1), 'left');
prefers('Ada', urial(2), bare(2), 'tie');
prefers('Ben', urial(0), bare(0), 'left');
prefers('Ben', bare(2), urial(2), 'left');
rates('Ada', { kind: 'reveal' });
points('Ada', bare(2), 10);

const results = ratedResults(4, (label, item) => (label === 'bare' ? 1 : Number(item.at(-1)) + 5));
const reveal = await revealOf(results, ratings);
const two = (value: number | null | undefined) => Number((value ?? NaN).toFixed(4));

it('gives each arm its mean over questions, an answer of two raters counting once', () => {
  expect(reveal.arms).toEqual(['bare', 'URIAL']);
  const [first, second] = reveal.means;
  // bare: (3 + 4) / 2; URIAL: ((9.5 + 7) / 2 + 6.5) / 2
  expect([first?.mean, first?.n, first?.answers, first?.ratings]).toEqual([3.5, 2, 2, 3]);
  expect([two(second?.mean), second?.n, second?.answers, second?.ratings]).toEqual([
    7.375, 2, 3, 5,
  ]);
  expect(first?.interval).toEqual({ value: 3.5, low: 3, high: 4 });
  expect(reveal.raters).toEqual([
    { name: 'Ada', singles: 5, pairs: 3, skipped: 0, revealed: true },
    { name: 'Ben', singles: 3, pairs: 2, skipped: 1, revealed: false },
  ]);
});

it('counts wins, ties and losses whichever side an arm was on', () => {
  expect(reveal.wins).toHaveLength(1);
  const [met] = reveal.wins;
  expect(met).toMatchObject({ arm: 0, against: 1, wins: 1, ties: 1, losses: 3 });
  expect(met?.rate).toEqual(wilson(1, 4));
  // by question: 0, 0, (1/2 + 1) / 2
  expect(two(met?.half.mean)).toBe(0.25);
  expect(met?.half.n).toBe(3);
});

it('compares raters on what both judged, and each with the bench', () => {
  const between = (a: string, b: string, on: string) =>
    reveal.agreement.find(
      (each) => each.between[0] === a && each.between[1] === b && each.on === on,
    );
  const both = between('Ada', 'Ben', 'ratings');
  // 2, 9, 6 against 4, 10, 7
  expect(both).toMatchObject({ n: 3, plain: { value: 0 } });
  expect(two(both?.kappa?.value)).toBe(0.875);
  expect(between('Ada', 'Ben', 'pairs')).toMatchObject({ n: 2, plain: { value: 0.5 } });
  const bench = between('Ben', reveal.bench ?? '', 'ratings');
  // 4, 10, 7 against 1, 5, 6
  expect(bench?.n).toBe(3);
  expect(two(bench?.kappa?.value)).toBe(0.4068);
  // of Ben's pairs the bench holds both to be the second's
  expect(between('Ben', reveal.bench ?? '', 'pairs')).toMatchObject({
    n: 2,
    plain: { value: 0.5 },
  });
});

it('has no interval where one question is all there is, and no number without judgments', async () => {
  const one = await revealOf(results, [ratings[0] as HandRating]);
  expect(one.means).toMatchObject([{ arm: 0, mean: 2, interval: null, n: 1 }]);
  const none = await revealOf(results, []);
  expect(none).toMatchObject({ raters: [], means: [], wins: [], agreement: [] });
});

it('ranks what two raters gave, with an interval', async () => {
  const many = ratedResults(8);
  const pointsOf = (rater: string, of: (i: number) => number) =>
    Array.from({ length: 8 }, (_, i) =>
      newRating('e', rater, { kind: 'single', cell: bare(i), rating: of(i) }),
    );
  const both = [...pointsOf('Ada', (i) => i + 1), ...pointsOf('Ben', (i) => 10 - i)];
  const { agreement } = await revealOf(many, both);
  expect(agreement[0]).toMatchObject({ n: 8, spearman: { value: -1, low: -1, high: -1 } });
  // the bench gave all the same: nothing to rank
  expect(agreement[1]).toMatchObject({ between: ['Ada', 'Lab-80 score'], n: 8, spearman: null });
});
