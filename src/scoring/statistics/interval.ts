/** An estimate and the ends of its interval, in the estimate's own unit. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's 0.975 quantile: two-sided intervals of 95 %. */
export const z95 = 1.959963984540054;
