import type { Engine } from '../../engine/engine.ts';
import { checkRoom } from './prompts.ts';

/** A prompt with what its reply begins with, and the texts that may follow. */
export interface ChoicePrompt {
  /** Prompt and opening. */
  readonly text: string;
  readonly choices: readonly string[];
}

/** Choices as tokens: what all begin with, and the tokens that tell each from all others. */
export interface ChoiceTokens {
  readonly prompt: number[];
  readonly own: readonly number[][];
}

/** What closes a choice: 1 and 10 are told apart by it. */
const closing = ']]';

function sharedLength(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((token, i) => token !== b[i]);
  return at < 0 ? a.length : at;
}

function tokensOf(all: readonly (readonly number[])[]): ChoiceTokens {
  const [first = [], ...others] = all;
  const border = Math.min(...others.map((tokens) => sharedLength(first, tokens)));
  const rest = all.map((tokens) => tokens.slice(border));
  const own = rest.map((tokens, i) => {
    const shared = rest.map((other, j) => (i === j ? 0 : sharedLength(tokens, other)));
    return tokens.slice(0, Math.max(...shared) + 1);
  });
  return { prompt: first.slice(0, border), own };
}

/**
 * Cuts a prompt with every choice after it into tokens.
 * @throws Problem 'context-exceeded' where one has no room
 */
export async function choiceTokens(
  engine: Pick<Engine, 'tokenize'>,
  { text, choices }: ChoicePrompt,
  contextLength: number,
): Promise<ChoiceTokens> {
  const all = await engine.tokenize({
    texts: choices.map((choice) => `${text}${choice}${closing}`),
  });
  checkRoom(Math.max(...all.map((tokens) => tokens.length)), 0, contextLength);
  return tokensOf(all);
}

/**
 * ln P of every choice of many prompts: the sum over the tokens that tell it from all others, so that a rating of
 * two digits is worth what it is, whatever the tokenizer makes of it. A prompt is read once for all its choices.
 */
export async function choiceShares(
  engine: Pick<Engine, 'score'>,
  all: readonly ChoiceTokens[],
  signal: AbortSignal,
): Promise<number[][]> {
  const jobs = all.flatMap(({ prompt, own }) =>
    own.map((tokens) => ({ promptTokens: prompt, tokens: [...tokens] })),
  );
  if (jobs.length === 0) return [];
  const scores = await engine.score({ jobs, alternatives: 0 }, { signal });
  const sums = scores.map(({ logProbabilities }) => logProbabilities.reduce((a, b) => a + b, 0));
  let at = 0;
  return all.map(({ own }) => sums.slice(at, (at += own.length)));
}
