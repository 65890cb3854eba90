/** Choices that a number decides, so that every bench has the same texts. */
export function draws(seed: number): <T>(from: readonly T[]) => T {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return (from) => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5;
    return from[(state >>> 0) % from.length] as (typeof from)[number];
  };
}
