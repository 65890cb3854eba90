import { hash } from './random.ts';

export type HeldOutKind = 'phrasing' | 'fact' | 'sum' | 'name' | 'nonsense' | 'phrase';

/**
 * How much training never sees: one thing in so many, chosen by a hash. The salt of the facts is such
 * that what every visitor asks first (the capital of France, the legs of a dog) stays in training.
 */
const rarity: Record<Exclude<HeldOutKind, 'phrasing'>, { oneIn: number; salt?: string }> = {
  fact: { oneIn: 20, salt: ':2290' },
  sum: { oneIn: 12 },
  name: { oneIn: 8 },
  nonsense: { oneIn: 8 },
  phrase: { oneIn: 8 },
};

/** Whether a thing is kept for validation and the bench, and never drawn in training. */
export function isHeldOut(kind: Exclude<HeldOutKind, 'phrasing'>, key: string): boolean {
  const { oneIn, salt = '' } = rarity[kind];
  return hash(`${kind}:${key}${salt}`) % oneIn === 0;
}

/**
 * The wording of a list that is held out: of four or more, the one of smallest hash, but never the first,
 * where the most natural one stands. Undefined for shorter lists, which are trained on whole.
 */
export function heldOutWording(wordings: readonly string[]): string | undefined {
  if (wordings.length < 4) return undefined;
  return wordings
    .slice(1)
    .reduce((a, b) => (hash(`phrasing:${b}`) < hash(`phrasing:${a}`) ? b : a));
}

/** A list cut in two: what is held out and what is trained on. Neither changes from run to run. */
export function partition<T>(
  kind: HeldOutKind,
  list: readonly T[],
  key: (thing: T) => string,
): { training: readonly T[]; heldOut: readonly T[] } {
  const wording = kind === 'phrasing' ? heldOutWording(list.map(key)) : undefined;
  const isOut = (thing: T): boolean =>
    kind === 'phrasing' ? key(thing) === wording : isHeldOut(kind, key(thing));
  const training = list.filter((thing) => !isOut(thing));
  const first = list[0];
  if (training.length === 0 && first !== undefined)
    throw new Error(`Every ${kind} of a list is held out, from "${key(first)}" on`);
  return { training, heldOut: list.filter(isOut) };
}
