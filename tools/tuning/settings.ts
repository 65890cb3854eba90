/** What any kind of tuning needs to know: AdamW over all parameters, under one schedule. */
export interface TuningSettings {
  /** Learning rate at its highest. */
  readonly peakLearningRate: number;
  /** Share of the steps over which the rate rises from 0; then half a cosine takes it back to 0. */
  readonly warmup: number;
  /** Passes over the examples. */
  readonly epochs: number;
  /** Examples (or pairs) in a step. */
  readonly batch: number;
  /** Decoupled weight decay; norms are spared. */
  readonly weightDecay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Gradients are scaled down to this global L2 norm; 0 leaves them. */
  readonly clipNorm: number;
  /** Order of the examples. */
  readonly seed: number;
}

/**
 * What arXiv 2405.19874, Table 4 gives for fine-tuning 7 to 8 B parameters, as far as it carries over:
 * cosine, warm-up 0.03, weight decay 0.01. AdamW's other numbers are PyTorch's defaults, the clipping is
 * Hugging Face's. Rates, batches and epochs depend on the size of model and data: see `twin.ts` and `sft.ts`.
 */
export const table4 = {
  warmup: 0.03,
  weightDecay: 0.01,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  clipNorm: 1,
} as const;

/**
 * Learning rate of a step, counted from 1: linear warm-up to the peak, then half a cosine. The first
 * step already moves, and the last one still does.
 */
export function rateAt(step: number, steps: number, settings: TuningSettings): number {
  const { peakLearningRate: peak, warmup } = settings;
  const rising = Math.ceil(warmup * steps);
  if (step <= rising) return (peak * step) / rising;
  const progress = (step - rising) / (steps - rising + 1);
  return peak * 0.5 * (1 + Math.cos(Math.PI * progress));
}

const ranges: Readonly<Record<keyof TuningSettings, (value: number) => boolean>> = {
  peakLearningRate: (value) => value > 0,
  warmup: (value) => value >= 0 && value <= 1,
  epochs: (value) => Number.isInteger(value) && value >= 1,
  batch: (value) => Number.isInteger(value) && value >= 1,
  weightDecay: (value) => value >= 0,
  beta1: (value) => value >= 0 && value < 1,
  beta2: (value) => value >= 0 && value < 1,
  epsilon: (value) => value > 0,
  clipNorm: (value) => value >= 0,
  seed: (value) => Number.isSafeInteger(value),
};

/** Throws a RangeError that names the setting when one makes no sense. */
export function checkSettings(settings: TuningSettings): void {
  for (const [name, fits] of Object.entries(ranges)) {
    const value = settings[name as keyof TuningSettings];
    if (!Number.isFinite(value) || !fits(value))
      throw new RangeError(`Tuning settings: ${name} cannot be ${value}.`);
  }
}
