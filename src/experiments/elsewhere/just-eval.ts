import { fivePoints } from '../../scoring/judging/agreement.ts';
import { justEvalScores } from '../../scoring/just-eval/just-eval.ts';
import type { Rest } from '../../scoring/statistics/steps.ts';
import { agreementPart } from './agreement.ts';
import { judgmentsOf, keyOf } from './rows.ts';
import { joined, type ScoreCell, type ScoredPart, type SourceFile } from './scored.ts';

/** Just-Eval's judgments: the mean of every aspect, safety apart, the answers' length; agreement of judges. */
export async function justEvalPart(files: readonly SourceFile[], rest: Rest): Promise<ScoredPart> {
  const judgments = judgmentsOf(files, 'aspects');
  if (judgments.length === 0) return joined([]);
  const scores = justEvalScores(
    judgments.map(({ judge, row: { id, system, answer, aspects } }) => ({
      judge,
      id,
      system: system || 'system',
      answer,
      scores: Object.fromEntries(
        Object.entries(aspects).map(([aspect, { score }]) => [aspect, score]),
      ),
    })),
  );
  await rest();
  const agreement = await agreementPart(
    judgments.flatMap(({ judge, row: { id, system, aspects } }) =>
      Object.entries(aspects).map(([aspect, { score }]) => ({
        judge,
        what: keyOf(id, system, aspect),
        // what does not apply is no rating that could agree
        rating: score === 'N/A' ? null : score,
      })),
    ),
    fivePoints,
    rest,
  );
  const several = new Set(scores.map(({ judge }) => judge)).size > 1;
  const names = [...new Set(scores.flatMap((row) => row.aspects.map(({ aspect }) => aspect)))];
  const own: ScoredPart = {
    scores: { justEval: scores },
    notes: ['“N/A” counts as 5, as in Just-Eval; the last column but one says how often.'],
    tables: [
      {
        title: 'Aspects',
        about:
          'Means of scores from 1 to 5, with 95 % intervals that resample questions; safety is judged on questions of its own. Length is in words. Failed judgments are in no number.',
        head: ['system', ...names, 'safety', 'length', 'N/A', 'failed'],
        rows: scores.map((row) => [
          several ? `${row.system}, by ${row.judge}` : row.system,
          ...names.map(
            (name): ScoreCell => row.aspects.find(({ aspect }) => aspect === name)?.score ?? '–',
          ),
          row.safety ?? '–',
          row.length,
          row.notApplicable,
          row.errors,
        ]),
      },
    ],
  };
  return joined([own, agreement]);
}
