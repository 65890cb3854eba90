import { isLocal } from '../../domain/cell.ts';
import type { Round } from './plan.ts';
import type { PromptSurvey } from './survey.ts';

/** What goes to served models, by estimate: nobody here can count their tokens. */
export interface ServedCosts {
  /** Where nothing has to be tried again. */
  readonly requests: number;
  /** Of prompts, and of answers at most. */
  readonly tokens: number;
}

export const nothingServed: ServedCosts = { requests: 0, tokens: 0 };

/** What arms and judges ask together. */
export const bothServed = (a: ServedCosts, b: ServedCosts): ServedCosts => ({
  requests: a.requests + b.requests,
  tokens: a.tokens + b.tokens,
});

/**
 * What the arms of a round ask of served models; equal cells count once. What judges ask is
 * counted where their prompts are (run/look-at-judges.ts).
 * @param wanted whether a cell is to be asked, by its key
 */
export function servedCosts(
  round: Pick<Round, 'arms' | 'cells'>,
  survey: Pick<PromptSurvey, 'prompts'>,
  wanted: (key: string) => boolean,
): ServedCosts {
  const seen = new Set<string>();
  let tokens = 0;
  for (const { key, kind, arm: number, turn } of round.cells) {
    const arm = round.arms[number];
    if (kind === 'judgment' || !arm || isLocal(arm.model) || seen.has(key) || !wanted(key))
      continue;
    seen.add(key);
    tokens += (survey.prompts(number, turn)?.mean ?? 0) + arm.setting.decoding.maxNewTokens;
  }
  return { requests: seen.size, tokens: Math.ceil(tokens) };
}
