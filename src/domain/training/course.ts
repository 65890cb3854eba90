import { uniform } from '../draw.ts';
import type { TrainingSettings } from './settings.ts';

type Passes = Pick<TrainingSettings, 'epochs' | 'batch'>;

/** Optimizer steps of one pass over so many rows; the last one of a pass may have fewer rows than the others. */
export const stepsPerEpoch = (rows: number, { batch }: Pick<Passes, 'batch'>): number =>
  Math.ceil(rows / batch);

/** Optimizer steps in all, as Hugging Face's Trainer counts them. */
export const stepCount = (rows: number, passes: Passes): number =>
  Math.ceil(passes.epochs * stepsPerEpoch(rows, passes));

/** Rows (from 0) in the order in which one pass reads them: a draw by (seed, epoch, row) alone. */
export function orderOfEpoch(rows: number, epoch: number, seed: number): number[] {
  const draws = Array.from({ length: rows }, (_, row) =>
    uniform(seed, `training order, epoch ${epoch}`, row),
  );
  return draws.map((_, row) => row).sort((a, b) => (draws[a] ?? 0) - (draws[b] ?? 0) || a - b);
}

/**
 * Rows (from 0) of which one step takes the mean gradient.
 * @param rows how many there are
 * @param step from 1
 */
export function rowsOfStep(
  rows: number,
  step: number,
  settings: Pick<TrainingSettings, 'batch' | 'seed'>,
): number[] {
  const perEpoch = stepsPerEpoch(rows, settings);
  const start = ((step - 1) % perEpoch) * settings.batch;
  const order = orderOfEpoch(rows, Math.floor((step - 1) / perEpoch), settings.seed);
  return order.slice(start, start + settings.batch);
}

/**
 * A step's learning rate, as Hugging Face's schedules of these names have it: it rises from zero over the
 * warm-up, then stays, falls in a line to zero, or by half a cosine.
 * @param step from 1
 * @param steps in all
 */
export function learningRateAt(
  step: number,
  steps: number,
  {
    learningRate,
    schedule,
    warmup,
  }: Pick<TrainingSettings, 'learningRate' | 'schedule' | 'warmup'>,
): number {
  const rising = Math.ceil(warmup * steps);
  const before = step - 1;
  if (before < rising) return (learningRate * before) / rising;
  const gone = (before - rising) / Math.max(1, steps - rising);
  if (schedule === 'linear') return learningRate * Math.max(0, 1 - gone);
  if (schedule === 'cosine') return (learningRate * (1 + Math.cos(Math.PI * gone))) / 2;
  return learningRate;
}
