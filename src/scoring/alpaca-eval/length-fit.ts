import { logisticFit } from '../statistics/logistic.ts';
import { deviation } from './win-rate.ts';

/** What a judge's preference depends on, in log-odds. */
export interface LengthCoefficients {
  /** t_L, of tanh((len_baseline - len_model) / sd); 0 where all differences are the same. */
  readonly length: number;
  /** t_D; null in the minimal model. */
  readonly difficulty: number | null;
  /** t_B. */
  readonly intercept: number;
}

/** A judgment that counts. */
export interface Counted {
  /** Of the baseline's and the model's answer, in characters. */
  readonly lengths: readonly [baseline: number, system: number];
  readonly difficulty: number;
  /** preference - 1. */
  readonly share: number;
}

/** A regression that has an answer. */
export interface Fit {
  readonly coefficients: LengthCoefficients;
  /** As the regression has them: where a resample's fit begins. */
  readonly raw: readonly number[];
}

/** Fits the rows, each counting as often as its weight says; null where there is no fit. */
export type Fitting = (weights: ArrayLike<number>, start?: readonly number[]) => Fit | null;

/** The regression of these rows: features are made once, since resamples only change the weights. */
export function fitting(rows: readonly Counted[], withDifficulties: boolean): Fitting {
  const differences = rows.map(({ lengths: [baseline, system] }) => baseline - system);
  const sd = rows.length > 1 ? deviation(differences) : 0;
  // answers that all differ alike tell nothing of what length does
  const controls = sd > 0;
  const width = 1 + Number(controls) + Number(withDifficulties);
  const shares = Float64Array.from(rows, ({ share }) => share);
  const features = Float64Array.from(
    rows.flatMap(({ difficulty }, i) => [
      ...(controls ? [Math.tanh((differences[i] as number) / sd)] : []),
      ...(withDifficulties ? [difficulty] : []),
      1,
    ]),
  );
  return (weights, start = new Array<number>(width).fill(0)) => {
    const raw = logisticFit({ features, shares, weights }, start);
    if (raw === null) return null;
    return {
      raw,
      coefficients: {
        length: controls ? (raw[0] as number) : 0,
        difficulty: withDifficulties ? (raw[width - 2] as number) : null,
        intercept: raw[width - 1] as number,
      },
    };
  };
}
