import { hash } from './random.ts';

/** What training never sees, by kind and how rare: one in so many, chosen by a hash of the thing. */
const oneIn = { phrasing: 8, fact: 16, sum: 12, name: 8, nonsense: 8, phrase: 8 } as const;

export type HeldOutKind = keyof typeof oneIn;

/** Whether a thing is kept for validation and the bench, and never drawn in training. */
export function isHeldOut(kind: HeldOutKind, key: string): boolean {
  return hash(`${kind}:${key}`) % oneIn[kind] === 0;
}

/**
 * A list cut in two, held out and trained on. Lists of one or two are trained on whole: without their
 * only wordings there would be nothing to learn from.
 */
export function partition<T>(
  kind: HeldOutKind,
  list: readonly T[],
  key: (thing: T) => string,
): { training: readonly T[]; heldOut: readonly T[] } {
  if (list.length < 3) return { training: list, heldOut: [] };
  const heldOut = list.filter((thing) => isHeldOut(kind, key(thing)));
  const training = list.filter((thing) => !isHeldOut(kind, key(thing)));
  if (training.length === 0)
    throw new Error(`Every ${kind} of a list is held out: ${key(list[0] as T)}`);
  return { training, heldOut };
}
