import type { Engine } from '../../engine/engine.ts';
import type { TextScore } from '../../../workers/protocol.ts';
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
/** The most alternatives that the worker lists at one place. */
const mostListed = 100;

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

/** The choice whose tokens lead past most others: what is listed beside them says most. */
const longestOf = ({ own }: ChoiceTokens): readonly number[] =>
  own.reduce((longest, tokens) => (tokens.length > longest.length ? tokens : longest), []);

/** ln P of a choice, where the way along another one passes it; null where it is not listed there. */
function seenOnTheWay(
  tokens: readonly number[],
  way: readonly number[],
  { logProbabilities, alternatives }: TextScore,
): number | null {
  const shared = sharedLength(tokens, way);
  const before = logProbabilities.slice(0, shared).reduce((a, b) => a + b, 0);
  if (shared === tokens.length) return before;
  if (shared < tokens.length - 1) return null;
  const last = alternatives[shared]?.find(({ token }) => token === tokens[shared]);
  return last ? before + last.logProbability : null;
}

/**
 * ln P of every choice of many prompts: the sum over the tokens that tell it from all others, so that a rating of
 * two digits is worth what it is, whatever the tokenizer makes of it. Each prompt is read once, along its longest
 * choice; what the best tokens listed there leave open is asked by itself.
 */
export async function choiceShares(
  engine: Pick<Engine, 'score'>,
  all: readonly ChoiceTokens[],
  signal: AbortSignal,
): Promise<number[][]> {
  if (all.length === 0) return [];
  const ways = all.map(longestOf);
  const seen = await engine.score(
    {
      jobs: all.map(({ prompt }, i) => ({ promptTokens: prompt, tokens: [...(ways[i] ?? [])] })),
      alternatives: mostListed,
    },
    { signal },
  );
  const shares = all.map(({ own }, i) =>
    own.map((tokens) => seenOnTheWay(tokens, ways[i] ?? [], seen[i] as TextScore)),
  );
  const open = shares.flatMap((list, i) =>
    list.flatMap((share, j) => (share === null ? [{ i, j }] : [])),
  );
  const jobs = open.map(({ i, j }) => {
    const { prompt, own } = all[i] as ChoiceTokens;
    return { promptTokens: prompt, tokens: own[j] as number[] };
  });
  const asked = jobs.length === 0 ? [] : await engine.score({ jobs, alternatives: 0 }, { signal });
  const known = new Map(
    open.map(({ i, j }, at) => [
      `${i}/${j}`,
      (asked[at]?.logProbabilities ?? []).reduce((a, b) => a + b, 0),
    ]),
  );
  return shares.map((list, i) =>
    list.map((share, j) => share ?? (known.get(`${i}/${j}`) as number)),
  );
}
