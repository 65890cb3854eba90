import type { Rest } from '../../scoring/statistics/steps.ts';
import { resting } from '../../scoring/statistics/steps.ts';
import {
  ratingAgreementInSteps,
  type JudgingScale,
  type OneRating,
  type RatingAgreement,
} from '../../scoring/judging/agreement.ts';
import type { ScoredPart } from './scored.ts';

/** A rating and who gave it. */
export interface RatingBy extends OneRating {
  readonly judge: string;
}

/** Two judges, or a judge and people, and how far they agree. */
export interface JudgesAgreement extends RatingAgreement {
  readonly judges: readonly [string, string];
}

/** The agreement of every two judges; a part without tables where there is one judge alone. */
export async function agreementPart(
  ratings: readonly RatingBy[],
  scale: JudgingScale,
  rest: Rest,
): Promise<ScoredPart> {
  const judges = [...new Set(ratings.map(({ judge }) => judge))];
  const of = (wanted: string) => ratings.filter(({ judge }) => judge === wanted);
  const agreement: JudgesAgreement[] = [];
  for (const [i, a] of judges.entries())
    for (const b of judges.slice(i + 1))
      agreement.push({
        judges: [a, b],
        ...(await resting(ratingAgreementInSteps(of(a), of(b), scale), rest)),
      });
  if (agreement.length === 0) return { tables: [], scores: {}, notes: [] };
  return {
    scores: { agreement },
    notes: [],
    tables: [
      {
        title: 'How far judges agree',
        about:
          'On what both judged, n of it: Spearman’s ρ goes by order alone, quadratic-weighted κ by the ratings themselves; the last column is the second judge’s mean less the first’s. Intervals resample what was judged.',
        head: ['judges', 'Spearman’s ρ', 'κ, quadratic', 'second less first'],
        rows: agreement.map(({ judges: [a, b], spearman, kappa, shift }) => [
          `${a}; ${b}`,
          spearman,
          kappa,
          shift,
        ]),
      },
    ],
  };
}
