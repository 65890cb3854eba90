import type { Estimate } from '../../scoring/statistics/clustered.ts';
import type { JudgeAgreement } from '../rating/agreement.ts';
import { intervalText, shown } from '../results/texts.ts';
import type { JudgeNote } from './notes.ts';

const estimate = ({ value, interval }: Estimate): string => {
  if (value === null) return 'not defined';
  return interval ? intervalText(interval) : shown(value);
};

const percent = ({ value, interval }: Estimate): string => {
  const round = (share: number) => Math.round(100 * share);
  if (value === null) return 'not defined';
  const range = interval ? ` [${round(interval.low)}, ${round(interval.high)}]` : '';
  return `${round(value)} %${range}`;
};

/** "With Ada: Spearman’s ρ 0.42 [0.10, 0.66], quadratic κ 0.31 [0.08, 0.52], n = 40 answers" */
function agreementWords({ between, on, n, spearman, kappa }: JudgeAgreement): string {
  const numbers = [
    ...(on === 'ratings'
      ? [`Spearman’s ρ ${spearman ? intervalText(spearman) : 'not defined'}`]
      : []),
    ...(kappa ? [`quadratic κ ${intervalText(kappa)}`] : []),
  ];
  const what = on === 'ratings' ? 'answer' : 'pair';
  return `With ${between[1]}: ${[...numbers, `n = ${n} ${what}${n === 1 ? '' : 's'}`].join(', ')}.`;
}

/** How far others agree with a judge, a sentence each; one that says so where there are none. */
export const agreementLines = ({ agreement }: Pick<JudgeNote, 'agreement'>): string[] =>
  agreement.length === 0
    ? ['No other ratings to compare with: nobody knows how far this judge can be trusted here.']
    : agreement.map(agreementWords);

/** What a judge leans to, a sentence each. */
export function biasLines({ length, place }: Pick<JudgeNote, 'length' | 'place'>): string[] {
  return [
    ...(length
      ? [
          `Length: its ratings go with the characters of answers by Spearman’s ρ ${estimate(length.correlation)}, n = ${length.correlation.n}.`,
        ]
      : []),
    ...(place
      ? [
          `Place: of its decided verdicts ${percent(place.shownFirst)} are for the answer shown first, n = ${place.shownFirst.n}; both orders agree in ${percent(place.consistent)}, n = ${place.consistent.n}.`,
          `Length: where both orders agree, ${percent(place.longer)} are for the longer answer, n = ${place.longer.n}.`,
        ]
      : []),
  ];
}

/** All that is said of a judge. */
export const noteLines = (note: JudgeNote): string[] => [
  ...agreementLines(note),
  ...biasLines(note),
];
