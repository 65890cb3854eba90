import { preferenceScale } from '../../scoring/judging/agreement.ts';
import { pairBias, type PairBias } from '../../scoring/judging/bias.ts';
import { characters } from '../../scoring/alpaca-eval/length-controlled.ts';
import { pairScores, settled } from '../../scoring/mt-bench/pairwise.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import { agreementPart } from './agreement.ts';
import { answerKey, answersOf, by, judgmentsOf, keyOf } from './rows.ts';
import { joined, type ScoredPart, type SourceFile } from './scored.ts';

/** MT-Bench's judgments of pairs: wins in both orders, agreement, and what place and length add. */
export async function pairsPart(files: readonly SourceFile[], rest: Rest): Promise<ScoredPart> {
  const judgments = judgmentsOf(files, 'pair');
  if (judgments.length === 0) return joined([]);
  const answers = by(answersOf(files, 'fastchat'), ({ id, system }) => answerKey(id, system));
  const pairs = judgments.map(({ judge, row: { id, systems, turn, winners } }) => {
    const lengthOf = (system: string) => {
      const text = answers.get(answerKey(id, system))?.turns[turn - 1];
      return text === undefined ? null : characters(text);
    };
    const [first, second] = [lengthOf(systems[0]), lengthOf(systems[1])];
    const lengths = first === null || second === null ? {} : { lengths: [first, second] as const };
    return { judge, id, systems, turn, winners, ...lengths };
  });
  const wins = pairScores(pairs);
  await rest();
  const bias: ({ readonly judge: string } & PairBias)[] = [];
  for (const judge of new Set(pairs.map((row) => row.judge))) {
    bias.push({ judge, ...pairBias(pairs.filter((row) => row.judge === judge)) });
    await rest();
  }
  const several = bias.length > 1;
  const agreement = await agreementPart(
    pairs.map(({ judge, id, systems, turn, winners }) => {
      const result = settled(winners);
      const preference = result && { first: 1, tie: 1.5, second: 2 }[result];
      return { judge, what: keyOf(id, ...systems, turn), rating: preference };
    }),
    preferenceScale,
    rest,
  );
  const own: ScoredPart = {
    scores: { pairs: wins, pairBias: bias },
    notes: [
      'A win counts where both orders agree on it; where they disagree it is a tie. Rows in which one order failed are in no number.',
    ],
    tables: [
      {
        title: 'Pairs, judged in both orders',
        about:
          'Shares from 0 to 1 with 95 % intervals that resample questions; adjusted: a tie is half a win.',
        head: ['system', 'against', 'wins', 'ties', 'losses', 'failed', 'win rate', 'adjusted'],
        rows: wins.map((row) => [
          several ? `${row.system}, by ${row.judge}` : row.system,
          row.against ?? 'all',
          row.wins,
          row.ties,
          row.losses,
          row.errors,
          row.winRate,
          row.adjusted,
        ]),
      },
      {
        title: 'What place and length add',
        about:
          'Of decided calls, the share for the answer that was shown first (0.5 without a leaning); of rows, the share in which both orders agree; of wins, the share of the longer answer.',
        head: ['judge', 'shown first wins', 'orders agree', 'longer wins'],
        rows: bias.map(({ judge, shownFirst, consistent, longer }) => [
          judge,
          shownFirst,
          consistent,
          longer.n > 0 ? longer : '– (give the answers)',
        ]),
      },
    ],
  };
  return joined([own, agreement]);
}
