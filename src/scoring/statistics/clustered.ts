import { defaultBootstrap, type BootstrapSettings } from './crossed.ts';
import { pairedBootstrapInSteps } from './bootstrap.ts';
import type { Interval } from './interval.ts';
import { crossedRatios } from './ratio.ts';
import type { Steps } from './steps.ts';

/** A mean and what it rests on. */
export interface Estimate {
  /** Values in it: what failed is not among them. */
  readonly n: number;
  /** null where there are no values. */
  readonly value: number | null;
  /** 95 %; null where there are fewer than two things to resample. */
  readonly interval: Interval | null;
}

/** A value and the thing it belongs to. */
export interface Belonging {
  /** The question: values of one question are not independent and are resampled together. */
  readonly of: string;
  /** Finite. */
  readonly value: number;
}

/**
 * The mean of values that come in groups (both turns of a question; a question judged twice), each value
 * counting alike, with a 95 % interval that resamples the groups. A question asked about is a draw from the
 * questions that might have been: two turns of it are not two draws.
 */
export function clusteredMean(
  values: readonly Belonging[],
  settings: BootstrapSettings = defaultBootstrap,
): Estimate {
  const groups = new Map<string, { sum: number; count: number }>();
  for (const { of, value } of values) {
    const group = groups.get(of) ?? { sum: 0, count: 0 };
    groups.set(of, { sum: group.sum + value, count: group.count + 1 });
  }
  const n = values.length;
  if (n === 0) return { n, value: null, interval: null };
  const mean = values.reduce((sum, { value }) => sum + value, 0) / n;
  if (groups.size < 2) return { n, value: mean, interval: null };
  const found = crossedRatios(
    [
      {
        factor: 1,
        over: [...groups.values()].map(({ sum }) => [sum]),
        under: [...groups.values()].map(({ count }) => [count]),
      },
    ],
    settings,
  );
  return { n, value: mean, interval: found && { ...found, value: mean } };
}

/**
 * A statistic of pairs as an estimate, in steps: its value even where the resamples have none, so that a handful of
 * pairs shows what it is, without an interval. No value for fewer than two pairs.
 */
export function* estimateInSteps(
  a: readonly number[],
  b: readonly number[],
  of: (a: readonly number[], b: readonly number[]) => number | null,
  settings: BootstrapSettings = defaultBootstrap,
): Steps<Estimate> {
  const n = a.length;
  if (n < 2) return { n, value: null, interval: null };
  return { n, value: of(a, b), interval: yield* pairedBootstrapInSteps(a, b, of, settings) };
}
