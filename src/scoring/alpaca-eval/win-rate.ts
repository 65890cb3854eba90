import type { BootstrapSettings } from '../statistics/weights.ts';
import { clusteredMean, type Estimate } from '../statistics/clustered.ts';
import { countable, draw } from './preference.ts';

/** How a judge prefers a model to the baseline. Rates are in per cent, as AlpacaEval prints them. */
export interface WinRates {
  /** 100 mean(preference - 1). */
  readonly winRate: Estimate;
  /** 100 sd / √n over the instructions, sd over n - 1; null for fewer than two. */
  readonly standardError: number | null;
  /** Every preference rounded to a win or a loss first, draws half a win. */
  readonly discrete: Estimate;
  readonly wins: number;
  readonly draws: number;
  readonly losses: number;
  /** Judgments that failed: in none of the numbers. */
  readonly errors: number;
}

/**
 * AlpacaEval's win rate (tatsu-lab/alpaca_eval, metrics/winrate.py), its standard error, and the discrete one, with
 * intervals that resample the instructions.
 * @param preferences one for each instruction, 1 to 2, in the file's order; null where the judge failed
 */
export function winRates(
  preferences: readonly (number | null)[],
  settings?: BootstrapSettings,
): WinRates {
  const counted = preferences.flatMap((given, i) => {
    const preference = countable(given);
    return preference === null ? [] : [{ of: String(i), preference }];
  });
  const mean = (worth: (preference: number) => number) =>
    clusteredMean(
      counted.map(({ of, preference }) => ({ of, value: 100 * worth(preference) })),
      settings,
    );
  const sign = ({ preference }: { preference: number }) => Math.sign(preference - draw);
  const count = (wanted: number) => counted.filter((row) => sign(row) === wanted).length;
  const winRate = mean((preference) => preference - 1);
  return {
    winRate,
    standardError: standardError(counted.map(({ preference }) => 100 * (preference - 1))),
    discrete: mean((preference) => (1 + sign({ preference })) / 2),
    wins: count(1),
    draws: count(0),
    losses: count(-1),
    errors: preferences.length - counted.length,
  };
}

function standardError(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 2) return null;
  return deviation(values) / Math.sqrt(n);
}

/** The standard deviation over n - 1 of two values or more. */
export function deviation(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
}
