import type { AnswerCell, FailedCell } from '../../domain/cell.ts';
import { cleanAnswer } from '../../domain/prompt.ts';
import type { PlannedTurn } from '../plan/plan.ts';
import type { ResultRow } from '../results/results.ts';
import type { Conversation } from './systems.ts';

/** What was asked in a row's turn. */
export function askedIn({ item, arm, planned }: ResultRow): PlannedTurn {
  const turn = item.turns[arm.setting.language]?.[planned.turn - 1];
  return turn ?? { query: '', reference: null };
}

/** An answered row's cell; null where there is no answer. */
export const answerCell = ({ cell }: ResultRow): AnswerCell | null =>
  cell?.kind === 'answer' ? cell : null;

export const failedCell = ({ cell }: ResultRow): FailedCell | null =>
  cell?.kind === 'failed' ? cell : null;

/** What a model said, as the reader sees it; null where it said nothing: an empty answer is ''. */
export function answerIn(row: ResultRow): string | null {
  const cell = answerCell(row);
  return cell && cleanAnswer(cell.generation.text);
}

/** The answers of all turns; null where one of them failed, or is to come. */
export function wholeAnswers({ turns }: Conversation): string[] | null {
  const answers = turns.map(answerIn).filter((answer) => answer !== null);
  return answers.length === turns.length ? answers : null;
}

/** A failure in a sentence, with what can be done. */
export const failureText = ({ problem }: FailedCell): string =>
  `${problem.message} ${problem.remedy}`.trim();
