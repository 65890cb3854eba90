import { cleanAnswer } from '../../domain/prompt.ts';
import {
  lengthBiasInSteps,
  pairBias,
  type LengthBias,
  type PairBias,
} from '../../scoring/judging/bias.ts';
import { parseVerdict } from '../../scoring/judging/parse.ts';
import type { Judge as JudgeScorer } from '../../scoring/scorers/judge.ts';
import { resting, type Rest } from '../../scoring/statistics/steps.ts';
import { agreementsOf, type JudgeAgreement } from '../rating/agreement.ts';
import { benchJudge, modelJudge, modelScorers, raterJudges, type Judge } from '../rating/judges.ts';
import type { ResultIndex } from '../results/index-rows.ts';
import type { ResultRow, Results } from '../results/results.ts';
import type { DocumentScorer } from '../results/scorers.ts';

/** What stands next to every number that a model made as a judge. */
export interface JudgeNote {
  /** Id of its scorer. */
  readonly scorer: string;
  readonly label: string;
  /** With people, other judges and the bench's own checks, as far as they judged the same; people first. */
  readonly agreement: readonly JudgeAgreement[];
  /** Of ratings; null of pairs. */
  readonly length: LengthBias | null;
  /** Of pairs; null of ratings. */
  readonly place: PairBias | null;
}

const judgeOf = (document: Results['document'], { number }: DocumentScorer): JudgeScorer =>
  document.scorers[number] as JudgeScorer;

/** The same judgments read in another way are no other judge. */
const isSame = (one: JudgeScorer, other: JudgeScorer): boolean =>
  JSON.stringify(one.judge) === JSON.stringify(other.judge);

const lengthOf = ({ cell }: ResultRow): number =>
  cell?.kind === 'answer' ? cleanAnswer(cell.generation.text).length : 0;

/** The answers' ratings by a scorer with their lengths; rows that are the same work once. */
function ratedLengths({ rows }: Results, { id }: DocumentScorer) {
  const byKey = new Map<string, { rating: number; length: number }>();
  for (const row of rows) {
    const scored = row.planned.kind === 'answer' ? row.scores[id] : undefined;
    if (scored && 'value' in scored)
      byKey.set(row.planned.key, { rating: scored.value, length: lengthOf(row) });
  }
  return [...byKey.values()];
}

type Winner = 'first' | 'second' | 'tie' | 'error';

/** What a reply says, as seen from the own answer. */
function winnerIn({ cell, planned }: ResultRow): Winner {
  const verdict = cell?.kind === 'judgment' ? parseVerdict(cell.reply) : null;
  if (verdict === null || verdict === 'tie') return verdict ?? 'error';
  return (verdict === 'A') === (planned.against?.first === 'own') ? 'first' : 'second';
}

/** Pairs that were judged in both orders. */
function bothOrders({ rows }: Results, { number }: DocumentScorer) {
  const lengths = new Map(
    rows.flatMap((row) =>
      row.planned.kind === 'answer' ? [[row.planned.key, lengthOf(row)] as const] : [],
    ),
  );
  const pairs = new Map<string, { own?: ResultRow; other?: ResultRow }>();
  for (const row of rows) {
    const { planned, cell } = row;
    if (planned.scorer !== number || cell?.kind !== 'judgment' || !planned.against) continue;
    const shown = planned.against.first === 'own' ? cell.of : cell.of.toReversed();
    const name = shown.join(' ');
    pairs.set(name, { ...pairs.get(name), [planned.against.first]: row });
  }
  return [...pairs].flatMap(([name, { own, other }]) => {
    if (!own || !other) return [];
    const [first = '', second = ''] = name.split(' ');
    return [
      {
        id: own.item.id,
        winners: [winnerIn(own), winnerIn(other)] as const,
        lengths: [lengths.get(first) ?? 0, lengths.get(second) ?? 0] as const,
      },
    ];
  });
}

/** How far each model that judged agrees with others, and what it leans to; the page may work meanwhile. */
export async function judgeNotes({ results }: ResultIndex, rest: Rest): Promise<JudgeNote[]> {
  const { document, ratings = [] } = results;
  const scorers = modelScorers(results);
  if (scorers.length === 0) return [];
  const raters = raterJudges(ratings);
  const bench = benchJudge(results, raters);
  const judges = scorers.map((scorer) => modelJudge(results, scorer, raters));
  const notes: JudgeNote[] = [];
  for (const [i, scorer] of scorers.entries()) {
    const own = judgeOf(document, scorer);
    const others = judges.filter((_, j) => {
      const other = scorers[j];
      return other !== undefined && !isSame(own, judgeOf(document, other));
    });
    const all = [...raters, ...others, ...(bench ? [bench] : [])];
    const agreement = await agreementsOf(judges[i] as Judge, all, rest);
    await rest();
    const single = own.mode === 'single';
    notes.push({
      scorer: scorer.id,
      label: scorer.label,
      agreement,
      length: single ? await resting(lengthBiasInSteps(ratedLengths(results, scorer)), rest) : null,
      place: single ? null : pairBias(bothOrders(results, scorer)),
    });
  }
  return notes;
}
