import { tenPoints } from '../../scoring/judging/agreement.ts';
import { lengthBiasInSteps, type LengthBias } from '../../scoring/judging/bias.ts';
import { categoryById } from '../../scoring/mt-bench/categories.ts';
import {
  mtBenchScores,
  type MtBenchScores,
  type Rating,
  type RepeatRule,
} from '../../scoring/mt-bench/single.ts';
import { characters } from '../../scoring/alpaca-eval/length-controlled.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import { agreementPart } from './agreement.ts';
import { answerKey, answersOf, by, itemsOf, judgmentsOf, keyOf } from './rows.ts';
import {
  joined,
  type ScoreCell,
  type ScoredPart,
  type ScoreTable,
  type SourceFile,
} from './scored.ts';

const ruleNames: Readonly<Record<RepeatRule, string>> = {
  fastchat: 'FastChat’s rule: every row counts',
  urial: 'URIAL’s rule: the last row of a turn counts',
};

/** MT-Bench's ratings of single answers: means under both rules, agreement, and what length adds. */
export async function ratingsPart(files: readonly SourceFile[], rest: Rest): Promise<ScoredPart> {
  const judgments = judgmentsOf(files, 'single');
  if (judgments.length === 0) return joined([]);
  const ratings = judgments.map(({ judge, row: { id, system, turn, score } }): Rating => ({
    judge,
    id,
    system,
    turn,
    score,
  }));
  const known = by(itemsOf(files), ({ id }) => id);
  const categoryOf = (id: string) => known.get(id)?.category || categoryById(id);
  const scores: Record<RepeatRule, MtBenchScores[]> = { fastchat: [], urial: [] };
  for (const rule of ['fastchat', 'urial'] as const) {
    scores[rule] = mtBenchScores(ratings, rule, categoryOf);
    await rest();
  }
  const repeated = scores.fastchat.reduce((sum, row) => sum + row.repeated, 0);
  // without rows of one turn there is nothing that the rules could see differently
  const rules = repeated > 0 ? (['fastchat', 'urial'] as const) : (['fastchat'] as const);
  const means: ScoredPart = {
    tables: rules.flatMap((rule) => tablesOf(scores[rule], repeated > 0 ? ruleNames[rule] : '')),
    scores,
    notes:
      repeated > 0
        ? [
            `Rows that judge a turn again: ${repeated}. FastChat counts all of them, URIAL the last of a turn alone.`,
          ]
        : ['No turn was judged twice: FastChat’s and URIAL’s rules give the same.'],
  };
  const agreement = await agreementPart(
    ratings.map(({ judge, id, system, turn, score }) => ({
      judge,
      what: keyOf(id, system, turn),
      rating: score,
    })),
    tenPoints,
    rest,
  );
  return joined([means, agreement, await lengthPart(files, ratings, rest)]);
}

/** Without repetitions a rule has no name to go by. */
function tablesOf(scores: readonly MtBenchScores[], rule: string): ScoreTable[] {
  const several = new Set(scores.map(({ judge }) => judge)).size > 1;
  const name = ({ system, judge }: MtBenchScores) => (several ? `${system}, by ${judge}` : system);
  const title = (what: string) => (rule ? `${what}. ${rule}` : what);
  const turns = [...new Set(scores.flatMap((row) => row.turns.map(({ turn }) => turn)))].sort();
  const categories = [
    ...new Set(scores.flatMap((row) => row.categories.map(({ category }) => category))),
  ];
  const judges = [...new Set(scores.map(({ judge }) => judge))].join(', ');
  return [
    {
      title: title('Ratings'),
      about: `Means of ratings from 1 to 10 by ${judges}, with 95 % intervals that resample questions. Failed judgments are in no mean.`,
      head: ['system', 'all', ...turns.map((turn) => `turn ${turn}`), 'failed', 'judged again'],
      rows: scores.map((row) => [
        name(row),
        row.all,
        ...turns.map(
          (turn): ScoreCell => row.turns.find((each) => each.turn === turn)?.score ?? '–',
        ),
        row.errors,
        row.repeated,
      ]),
    },
    {
      title: title('Ratings by category'),
      about: 'Both turns of a category’s questions together.',
      head: ['system', ...categories],
      rows: scores.map((row) => [
        name(row),
        ...categories.map(
          (category): ScoreCell =>
            row.categories.find((each) => each.category === category)?.score ?? '–',
        ),
      ]),
    },
  ];
}

async function lengthPart(
  files: readonly SourceFile[],
  ratings: readonly Rating[],
  rest: Rest,
): Promise<ScoredPart> {
  const answers = by(answersOf(files, 'fastchat'), ({ id, system }) => answerKey(id, system));
  const known = ratings.flatMap(({ judge, id, system, turn, score }) => {
    const text = answers.get(answerKey(id, system))?.turns[turn - 1];
    return text === undefined ? [] : [{ judge, rating: score, length: characters(text) }];
  });
  const bias: ({ readonly judge: string } & LengthBias)[] = [];
  for (const judge of new Set(known.map((row) => row.judge)))
    bias.push({
      judge,
      ...(await resting(lengthBiasInSteps(known.filter((row) => row.judge === judge)), rest)),
    });
  if (bias.length === 0) return joined([]);
  return {
    scores: { lengthBias: bias },
    notes:
      known.length < ratings.length
        ? [
            `Ratings without an answer here, and so without a length: ${ratings.length - known.length}.`,
          ]
        : [],
    tables: [
      {
        title: 'Ratings and length',
        about:
          'Spearman’s ρ of a rating and its answer’s length, and the points of rating that go with every further 100 characters. Longer answers can be better ones: a leaning to look at, no proof.',
        head: ['judge', 'ρ with length', 'points per 100 characters'],
        rows: bias.map(({ judge, correlation, slope }) => [judge, correlation, slope]),
      },
    ],
  };
}
