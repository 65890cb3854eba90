import type { TrainingText } from './rows.ts';
import type { WrittenAnswer } from './written.ts';

/** A prompt's tokens, as the model's tokenizer gives them: with a start token where it puts one. */
export type TokensOf = (text: string) => readonly number[];

/** What a text is put behind to be tokenised as the middle of one; the empty one always serves. */
const anchors = ['\n', ':', ''] as const;

/** All texts whose tokens `trainingText` asks for. */
export function textsToTokenise(written: readonly WrittenAnswer[]): string[] {
  const last = written.at(-1);
  return [
    ...written.flatMap(({ prompt, closed }) => [prompt, closed]),
    ...anchors.flatMap((anchor) => [anchor, anchor + (last ? answerOf(last) : '')]),
  ];
}

/**
 * A conversation as tokens. Up to its last answer they are the very tokens of generation's prompt for that
 * turn, so that nothing is learnt under a context that is never asked. The last answer follows with the end
 * token. Earlier answers are learnt where they stand in that prompt, with what the layout closes them by;
 * it has no end token between turns, unless a chat template writes one.
 *
 * Where an answer's first letters would share a token with the prompt, that token is not used: generation
 * begins behind the prompt's own.
 * @param endTokens the first is appended, unless the text ends with one of them; none for no end token
 */
export function trainingText(
  written: readonly WrittenAnswer[],
  tokensOf: TokensOf,
  endTokens: readonly number[],
): TrainingText {
  const last = written.at(-1);
  if (!last) throw new RangeError('A conversation needs a turn.');
  const prompt = tokensOf(last.prompt);
  const answer = continuation(last, prompt, tokensOf);
  const [end] = endTokens;
  const final = answer.at(-1);
  const ended = final !== undefined && endTokens.includes(final);
  const tokens = [...prompt, ...answer, ...(ended || end === undefined ? [] : [end])];
  const learnt: TrainingText['learnt'] = [];
  let from = 1; // nothing stands before the first token, so nothing predicts it
  const learn = (start: number, behind: number) => {
    const first = Math.max(from, start);
    if (first >= behind) return;
    learnt.push([first, behind]);
    from = behind;
  };
  for (const { prompt: before, closed } of written.slice(0, -1))
    learn(shared(tokensOf(before), prompt), shared(tokensOf(closed), prompt));
  learn(prompt.length, tokens.length);
  return { tokens, learnt };
}

const answerOf = ({ prompt, closed }: WrittenAnswer): string => closed.slice(prompt.length);

/** The tokens of an answer behind its prompt's. */
function continuation(
  written: WrittenAnswer,
  prompt: readonly number[],
  tokensOf: TokensOf,
): readonly number[] {
  const whole = tokensOf(written.closed);
  if (shared(prompt, whole) === prompt.length) return whole.slice(prompt.length);
  const answer = answerOf(written);
  for (const anchor of anchors) {
    const alone = tokensOf(anchor);
    const behind = tokensOf(anchor + answer);
    if (shared(alone, behind) === alone.length) return behind.slice(alone.length);
  }
  return tokensOf(answer);
}

/** How many tokens two lists have in common at their start. */
function shared(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return i;
  return length;
}
