import { layouts } from '../../../../domain/template.ts';
import {
  fixedSetting,
  type ExperimentDocument,
} from '../../../../experiments/document/document.ts';
import type { Questions } from '../../../../experiments/document/questions.ts';
import type { Round } from '../../../../experiments/plan/plan.ts';
import { readyScorer } from '../../../../scoring/scorer.ts';
import { counted } from '../../../parts/format.ts';

/** One thing that a document fixes, in words. */
export interface DesignFact {
  readonly name: string;
  readonly value: string;
}

function benchIn(questions: Exclude<Questions, { bench: 'given' }>): string[] {
  if (questions.bench === 'imported') return [questions.name];
  const { split, part } = questions;
  return [`Lab-80, ${split} split`, part === 'all' ? 'both parts' : `the ${part} part`];
}

function questionsIn(questions: Questions, items: number | undefined): string {
  if (questions.bench === 'given')
    return `${counted(questions.items.length, 'question')} of its own`;
  const { limit, categories } = questions;
  const how = items ?? limit;
  return [
    ...benchIn(questions),
    ...(categories ? [categories.join(', ')] : []),
    ...(how === undefined ? [] : [counted(how, 'question')]),
  ].join(', ');
}

/** What a document fixes, beside its factors. @param rounds as planned; none before the start */
export function designOf(document: ExperimentDocument, rounds: readonly Round[]): DesignFact[] {
  const { search, seeds, turns, scorers, questions } = document;
  const { template, language, decoding } = fixedSetting(document);
  const fact = (name: string, value: string): DesignFact => ({ name, value });
  const { temperature, topP, repetitionPenalty, maxNewTokens } = decoding;
  return [
    ...(search
      ? [
          fact(
            'Search',
            `${counted(search.candidates, 'candidate')}, ${counted(search.rounds, 'round')}` +
              (search.threshold === null ? '' : `, threshold ${search.threshold}`),
          ),
        ]
      : []),
    fact('Questions', questionsIn(questions, rounds[0]?.items.length)),
    ...(search ? [fact('Checked on', questionsIn(search.check.questions, undefined))] : []),
    fact('Turns', String(turns)),
    fact('Seeds', seeds.join(', ')),
    fact('Scorers', scorers.map((scorer) => readyScorer(scorer).label).join(', ')),
    fact('Language', language),
    fact('Layout', template === 'chat' ? 'The model’s own' : layouts[template].label),
    fact(
      'Decoding',
      [
        temperature === 0 ? 'greedy' : `temperature ${temperature}, top-p ${topP}`,
        `repetition penalty ${repetitionPenalty}`,
        `at most ${counted(maxNewTokens, 'new token')}`,
      ].join(', '),
    ),
  ];
}
