import type { Engine } from '../../engine/engine.ts';
import { checkRoom } from './prompts.ts';

/** A prompt with what its reply begins with, and the texts that may follow. */
export interface ChoicePrompt {
  /** Prompt and opening. */
  readonly text: string;
  readonly choices: readonly string[];
}

/** Choices as tokens: what all begin with, and what is each one's own. */
interface ChoiceTokens {
  readonly prompt: number[];
  readonly own: readonly number[][];
}

/** What closes a choice: 1 and 10 are told apart by it. */
const closing = ']]';

function tokensOf(all: readonly (readonly number[])[]): ChoiceTokens {
  const [first = []] = all;
  let border = 0;
  while (border < first.length && all.every((tokens) => tokens[border] === first[border])) border++;
  return { prompt: first.slice(0, border), own: all.map((tokens) => tokens.slice(border)) };
}

/**
 * Cuts prompts with every choice after them into tokens.
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
 * ln P of every choice of many prompts, each the sum over its tokens, brackets closed: so a rating of two digits is
 * worth what it is, whatever the tokenizer makes of it.
 */
export async function choiceShares(
  engine: Pick<Engine, 'score'>,
  all: readonly ChoiceTokens[],
  signal: AbortSignal,
): Promise<number[][]> {
  const jobs = all.flatMap(({ prompt, own }) =>
    own.map((tokens) => ({ promptTokens: prompt, tokens })),
  );
  const scores = jobs.length === 0 ? [] : await engine.score({ jobs, alternatives: 0 }, { signal });
  const sums = scores.map(({ logProbabilities }) => logProbabilities.reduce((a, b) => a + b, 0));
  let at = 0;
  return all.map(({ own }) => sums.slice(at, (at += own.length)));
}
