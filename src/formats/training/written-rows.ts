import type { WrittenAnswer } from '../../domain/training/written.ts';

const answerOf = ({ prompt, closed }: WrittenAnswer): string => closed.slice(prompt.length);

/**
 * Conversations as JSON lines for TRL, in the very texts that the lab trains on: {"prompt", "completion"},
 * a line for each answer. The end token is not written: trainers add their model's own.
 */
export const writtenRows = (conversations: readonly (readonly WrittenAnswer[])[]): string =>
  conversations
    .flat()
    .map((answer) => line({ prompt: answer.prompt, completion: answerOf(answer) }))
    .join('');

/** Pairs alike: {"prompt", "chosen", "rejected"}. */
export const writtenPairs = (
  pairs: readonly { readonly chosen: WrittenAnswer; readonly rejected: WrittenAnswer }[],
): string =>
  pairs
    .map(({ chosen, rejected }) =>
      line({ prompt: chosen.prompt, chosen: answerOf(chosen), rejected: answerOf(rejected) }),
    )
    .join('');

const line = (record: unknown) => `${JSON.stringify(record)}\n`;
