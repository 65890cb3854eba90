import type { JudgePrompt } from '../../domain/judgment.ts';
import { choosePrompt, showsReference } from '../../scoring/judging/choose-prompt.ts';
import { labPrompts } from '../../scoring/judging/prompts/lab-prompts.ts';
import type { Judge } from '../../scoring/scorers/judge.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { PlannedItem } from '../plan/plan.ts';

/** What a judge is asked about answers that are still to come. */
export interface JudgeAsked {
  readonly prompt: JudgePrompt;
  readonly queries: readonly string[];
  /** By turn; null where no right answer is shown. */
  readonly references: readonly string[] | null;
}

/** Where a judged answer stands. */
export interface JudgedPlace {
  readonly item: Pick<PlannedItem, 'category' | 'turns'>;
  readonly language: string;
  readonly turn: 1 | 2;
}

/** The prompts that a judge of a document chooses from. */
export const promptsOf = (
  { material }: Pick<ExperimentDocument, 'material'>,
  { prompts, language: own }: Pick<Judge, 'prompts' | 'language'>,
  language: string,
): readonly JudgePrompt[] =>
  prompts === 'imported' ? (material.judgePrompts ?? []) : labPrompts(own ?? language);

/**
 * What a judge is asked at a place: all turns so far, and right answers in the categories that have them.
 * @throws Problem 'bad-input' where the document's own prompts have none for it
 */
export function askedOf(
  document: Pick<ExperimentDocument, 'material'>,
  named: Judge,
  { item, language, turn }: JudgedPlace,
): JudgeAsked {
  const turns = (item.turns[language] ?? []).slice(0, turn);
  const known = turns.map(({ reference }) => reference);
  const reference = showsReference(item.category, known);
  const wanted = { pair: named.mode !== 'single', turns: turn, reference };
  return {
    prompt: choosePrompt(promptsOf(document, named, language), wanted),
    queries: turns.map(({ query }) => query),
    references: reference ? known.map((text) => text ?? '') : null,
  };
}
