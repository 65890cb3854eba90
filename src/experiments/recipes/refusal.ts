import { Problem } from '../../domain/problem.ts';

/** What is wrong with a recipe of an experiment, for its author. */
export const refusal = (message: string, remedy: string): Problem =>
  new Problem({ code: 'bad-input', message, remedy });

/**
 * The members at some positions, in the list's own order.
 * @param where the field that names the positions, for messages
 * @throws Problem 'bad-input' for a position that is not there or stands twice
 */
export function at<T>(list: readonly T[], positions: readonly number[], where: string): T[] {
  const chosen = new Set(positions);
  const beyond = positions.find((position) => !(position in list));
  if (beyond !== undefined)
    throw refusal(
      `${where}: there is no demonstration at position ${beyond}: there are ${list.length}.`,
      'Positions count from 0.',
    );
  if (chosen.size !== positions.length)
    throw refusal(`${where}: a position stands there twice.`, 'Name every position once.');
  return list.filter((_, i) => chosen.has(i));
}
