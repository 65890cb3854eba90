import { shuffled } from '../shuffle.ts';

/** Positions of those that are learnt from and of those held out, each in the order of the list. */
export interface Split {
  readonly training: number[];
  readonly validation: number[];
}

/**
 * Holds out a share of `count` examples, drawn by the seed: at least one where a share is asked for, and
 * never all, so that something is left to learn from.
 */
export function splitOf(count: number, share: number, seed: number): Split {
  const wanted = share > 0 ? Math.max(1, Math.round(count * share)) : 0;
  const order = shuffled(
    Array.from({ length: count }, (_, i) => i),
    seed,
    'training/validation',
  );
  const held = Math.min(wanted, Math.max(0, count - 1));
  const byPlace = (a: number, b: number) => a - b;
  return {
    validation: order.slice(0, held).sort(byPlace),
    training: order.slice(held).sort(byPlace),
  };
}
