import { ratings, verdicts } from '../../domain/judgment.ts';
import type { ChatMessage } from '../../domain/prompt.ts';
import { openingOf } from '../../scoring/judging/choose-prompt.ts';
import { fillPrompt, headOf } from '../../scoring/judging/fill.ts';
import type { ExperimentDocument } from '../document/document.ts';
import { askedOf } from '../judging/asked.ts';
import type { PlannedJudge } from '../plan/judges.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import type { Answers } from './prompts.ts';

/** What a judge is given to read. */
export interface JudgmentText {
  readonly system: string;
  readonly user: string;
  /** What all its prompts begin with, as part of `user`. */
  readonly head: string;
  /** What a reply begins with, up to the choice. */
  readonly opening: string;
  readonly choices: readonly string[];
}

export interface JudgmentTextGround {
  readonly document: Pick<ExperimentDocument, 'material'>;
  readonly round: Round;
  readonly answers: Answers;
}

/** The arms whose answers a judgment shows, in the order shown. */
export function armsShown({ arm, against }: Pick<PlannedCell, 'arm' | 'against'>): number[] {
  if (!against) return [arm];
  return against.first === 'own' ? [arm, against.arm] : [against.arm, arm];
}

/**
 * A judgment as a text: all turns so far, of one arm or of two.
 * @param answers null for empty ones: what is without content
 * @throws Problem 'bad-input' where an answer is not there
 */
export function judgmentText(
  {
    document,
    round,
    answers,
  }: JudgmentTextGround | (Omit<JudgmentTextGround, 'answers'> & { answers: null }),
  { named }: Pick<PlannedJudge, 'named'>,
  planned: PlannedCell,
): JudgmentText {
  const { arm, item: number, seed, turn } = planned;
  const language = round.arms[arm]?.setting.language ?? '';
  const item = round.items[number] as Round['items'][number];
  const { prompt, queries, references } = askedOf(document, named, { item, language, turn });
  const turnsOf = (one: number) =>
    queries.map((_, i) => answers?.of(one, number, seed, i + 1) ?? '');
  const shown = armsShown(planned).map(turnsOf);
  return {
    system: prompt.system_prompt,
    user: fillPrompt(prompt, { questions: queries, references, answers: shown }),
    head: headOf(prompt),
    opening: openingOf(prompt),
    choices: named.mode === 'single' ? ratings : verdicts,
  };
}

/** The text as a chat. */
export const judgeMessages = ({ system, user }: JudgmentText): ChatMessage[] => [
  ...(system.trim() === '' ? [] : [{ role: 'system' as const, content: system }]),
  { role: 'user', content: user },
];

/** The text for a model without a chat layout, which goes on with it. */
export const judgePlain = ({ system, user }: JudgmentText): string =>
  `${[system, user].filter((text) => text.trim() !== '').join('\n\n')}\n\n`;

/** A prompt in two pieces: what all of its kind begin with, and the rest. */
export function splitAtHead(prompt: string, { head }: JudgmentText): [string, string] {
  const at = head === '' ? -1 : prompt.indexOf(head);
  const border = at < 0 ? 0 : at + head.length;
  return [prompt.slice(0, border), prompt.slice(border)];
}
