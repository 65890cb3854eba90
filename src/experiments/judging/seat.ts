import type { PlannedRound } from '../plan/plan-round.ts';

/** Where judges of the lab sit: in a worker beside the arms', or in theirs, when all has been answered. */
export type JudgeSeat = 'beside' | 'after';

/** What a decoder's runtime and its rows at work come to, by rule of thumb, in bytes. */
const atWork = 256 * 2 ** 20;
/** A model's files are read, and its weights lie ready once more beside them while it is opened. */
const perFileByte = 1.5;

/** Bytes that the largest of models takes while it is at work, by estimate; 0 for none. */
export const takenBy = (files: readonly number[]): number =>
  files.length === 0 ? 0 : perFileByte * Math.max(...files) + atWork;

/** What of memory arms and judges take at their height, and whether both have room at once. */
export interface SeatPlan {
  readonly seat: JudgeSeat;
  /** Bytes, by estimate. */
  readonly arms: number;
  readonly judges: number;
  /** Bytes that the page believes there to be for models. */
  readonly room: number;
}

/**
 * Seats a round's judges; null where no model of the lab judges. Where they sit changes when a judgment is given,
 * and nothing in it.
 * @param room bytes for models (engine/room.ts)
 */
export function seatPlan(
  { asks, judges }: Pick<PlannedRound, 'asks' | 'judges'>,
  room: number,
): SeatPlan | null {
  const local = judges.filter(({ endpoint }) => endpoint === null);
  if (local.length === 0) return null;
  const arms = takenBy(asks.map(({ bytes }) => bytes));
  const taken = takenBy(local.map((judge) => judge.asks.bytes));
  return { seat: arms + taken <= room ? 'beside' : 'after', arms, judges: taken, room };
}
