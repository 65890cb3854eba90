import type { Evaluated } from '../../../experiments/results/contrasts.ts';

/** Ends of an axis. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/**
 * One scale for contrasts that stand below each other, wide enough for every interval and for the border
 * that each is held against; with some room, so that nothing touches an end.
 */
export function scaleOf(contrasts: readonly Pick<Evaluated, 'contrast' | 'interval'>[]): Scale {
  const ends = contrasts.flatMap(({ contrast: { expect }, interval }) => {
    const within = expect.kind === 'near' ? expect.within : 0;
    return [
      expect.than - within,
      expect.than + within,
      ...(interval ? [interval.low, interval.high] : []),
    ];
  });
  if (ends.length === 0) return { low: -1, high: 1 };
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = high > low ? 0.08 * (high - low) : 1;
  return { low: low - room, high: high + room };
}
