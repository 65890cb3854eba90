import { uniform } from '../../../src/domain/draw.ts';

/** A list in an order that draw and key alone decide (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], draw: number, key: string): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(uniform(draw, key, i) * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
