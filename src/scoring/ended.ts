import type { StopReason } from '../domain/run.ts';

/** What closes an answer in the fenced layouts (domain/template.ts), where it is given as a stop string, perhaps with its line break. */
export const closingFence = '```';

/**
 * Whether an answer ended by itself: by the end token or by its closing fence, as the demonstrations show
 * it; not by running into a heading, nor at a limit.
 */
export const endedItself = ({
  stopReason,
  stopString,
}: {
  readonly stopReason: StopReason;
  readonly stopString: string | null;
}): boolean => stopReason === 'end-token' || stopString?.trim() === closingFence;
