import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named, sharedData, sharedJson, sharedLines } from '../testing/shared-data.ts';
import { categoryById } from './categories.ts';
import { pairScores, settled, type Pair, type PairWinner } from './pairwise.ts';
import { mtBenchScores, type Rating } from './single.ts';

const few = { seed: 1, resamples: 50 };

interface Row {
  question_id: number;
  model: string;
  judge: [string, string];
  turn: number;
  score: number;
}

const shared = (): Rating[] =>
  sharedLines<Row>('mt_bench/model_judgment_gpt-4_single-origin.jsonl').map((row) => ({
    id: String(row.question_id),
    system: row.model,
    judge: row.judge[0],
    turn: row.turn,
    score: row.score,
  }));

const rating = (more: Partial<Rating> = {}): Rating => ({
  id: '81',
  system: 'a',
  judge: 'j',
  turn: 1,
  score: 5,
  ...more,
});

describe('mtBenchScores', () => {
  it.skipIf(!sharedData).each([
    ['fastchat', 'fastchat_no_dedup'],
    ['urial', 'urial_dedup_last_wins'],
  ] as const)(named('equals the published aggregates under the rule of %s'), (rule, golden) => {
    const expected = sharedJson<Record<string, Record<string, [number, number]>>>(
      'mt_bench/derived_expected_aggregates.json',
    )[golden] as Record<string, [number, number]>;
    const found = mtBenchScores(shared(), rule, categoryById, few).flatMap((scores) =>
      [
        ['avg', scores.all] as const,
        ...scores.turns.map(({ turn, score }) => [`t${turn}`, score] as const),
        ...scores.categories.map(({ category, score }) => [`cat:${category}`, score] as const),
      ].map(([part, { n, value }]): [string, [number, number]] => [
        `('${scores.system}', '${part}')`,
        [n, Number((value as number).toFixed(6))],
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it.skipIf(!sharedData)(named('takes categories from the ids as the questions have them'), () => {
    for (const { question_id, category } of sharedLines<{ question_id: number; category: string }>(
      'mt_bench/question.jsonl',
    )) {
      expect(categoryById(String(question_id))).toBe(category);
      expect(categoryById(`${question_id}_ES`)).toBe(category);
    }
    for (const id of ['80', '161', '0', '', 'x', '81_', '-81']) expect(categoryById(id)).toBeNull();
  });

  it('leaves failures out and counts them', () => {
    const rows = [rating(), rating({ turn: 2, score: -1 }), rating({ id: '82', score: null })];
    const [scores] = mtBenchScores([...rows, rating({ score: NaN })], 'fastchat', categoryById);
    expect(scores).toMatchObject({ errors: 3, repeated: 1, all: { n: 1, value: 5 } });
    expect(scores?.all.interval).toBeNull();
  });

  it('lets the last line win under the rule of URIAL, also one that failed', () => {
    const rows = [rating({ score: 3 }), rating({ score: 9 })];
    expect(mtBenchScores(rows, 'urial', categoryById)[0]?.all).toMatchObject({ n: 1, value: 9 });
    expect(mtBenchScores(rows, 'fastchat', categoryById)[0]?.all).toMatchObject({ n: 2, value: 6 });
    const failed = mtBenchScores([...rows, rating({ score: -1 })], 'urial', categoryById)[0];
    expect(failed).toMatchObject({ errors: 1, repeated: 2, all: { n: 0, value: null } });
  });

  it('keeps judges apart', () => {
    const rows = [rating({ score: 3 }), rating({ judge: 'k', score: 9 })];
    expect(
      mtBenchScores(rows, 'urial', categoryById).map(({ judge, all }) => [judge, all.value]),
    ).toEqual([
      ['j', 3],
      ['k', 9],
    ]);
  });

  it('has both turns of a question resampled together', () => {
    const rows = ['81', '82', '83'].flatMap((id, i) =>
      [1, 2].map((turn) => rating({ id, turn, score: 2 + 3 * i })),
    );
    const [scores] = mtBenchScores(rows, 'fastchat', categoryById);
    // two turns that say the same are no more evidence than one
    expect(scores?.all.interval).toEqual(scores?.turns[0]?.score.interval);
    expect(scores?.all.interval).toMatchObject({ value: 5, low: 2, high: 8 });
  });

  it('never fails, and its means lie on the scale', () => {
    const row = fc.record({
      id: fc.oneof(fc.constantFrom('81', '150_FR'), fc.string()),
      system: fc.constantFrom('a', 'b', '__proto__'),
      judge: fc.constantFrom('j', ''),
      turn: fc.integer(),
      score: fc.option(fc.double()),
    });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('fastchat', 'urial'), (rows, rule) => {
        for (const { all, errors, repeated } of mtBenchScores(rows, rule, categoryById, few)) {
          if (all.value !== null) expect(all.value >= 0 && all.value <= 10).toBe(true);
          expect(errors + repeated + all.n).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('pairScores', () => {
  const pair = (one: PairWinner, other: PairWinner, id = '81'): Pair => ({
    id,
    systems: ['a', 'b'],
    judge: 'j',
    turn: 1,
    winners: [one, other],
  });

  it.each([
    ['first', 'first', 'first'],
    ['second', 'second', 'second'],
    ['first', 'second', 'tie'],
    ['tie', 'first', 'tie'],
    ['tie', 'tie', 'tie'],
    ['error', 'first', null],
    ['second', 'error', null],
  ] as const)('of %s and %s makes %s', (one, other, result) =>
    expect(settled([one, other])).toBe(result),
  );

  it('counts wins, ties and losses of both, errors apart', () => {
    const rows = [
      pair('first', 'first'),
      pair('first', 'first', '82'),
      pair('first', 'second', '83'),
      pair('second', 'second', '84'),
      pair('error', 'first', '85'),
    ];
    const [a, b] = pairScores(rows, few);
    expect(a).toMatchObject({ system: 'a', against: 'b', wins: 2, ties: 1, losses: 1, errors: 1 });
    expect(a?.winRate).toMatchObject({ n: 4, value: 0.5 });
    expect(a?.adjusted).toMatchObject({ n: 4, value: 0.625 });
    expect(b).toMatchObject({ system: 'b', against: 'a', wins: 1, ties: 1, losses: 2, errors: 1 });
    expect(b?.adjusted.value).toBe(0.375);
  });

  it('adds all opponents together where there are several', () => {
    const other: Pair = { ...pair('second', 'second'), systems: ['c', 'a'] };
    const found = pairScores([pair('second', 'second'), other], few).map((scores) => [
      scores.system,
      scores.against,
      scores.wins,
      scores.losses,
    ]);
    expect(found).toEqual([
      ['a', null, 1, 1],
      ['a', 'b', 0, 1],
      ['a', 'c', 1, 0],
      ['b', 'a', 1, 0],
      ['c', 'a', 0, 1],
    ]);
  });

  it('gives away as much as it takes', () => {
    const winner = fc.constantFrom<PairWinner[]>('first', 'second', 'tie', 'error');
    const row = fc.tuple(winner, winner, fc.string()).map(([x, y, id]) => pair(x, y, id));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const [a, b] = pairScores(rows, few);
        expect(a?.wins).toBe(b?.losses);
        expect((a?.wins ?? 0) + (a?.ties ?? 0) + (a?.losses ?? 0) + (a?.errors ?? 0)).toBe(
          rows.length,
        );
        if (a && b && a.adjusted.n > 0)
          expect((a.adjusted.value as number) + (b.adjusted.value as number)).toBeCloseTo(1, 12);
      }),
    );
  });
});
