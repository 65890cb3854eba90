import type { Adapter } from '../../domain/training/adapter.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';

/** Seconds as one says them: "40 s", "2 min 5 s", "1 h 20 min". */
export function spell(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What is trained, in a few words: "LoRA, rank 8". */
export const trainedWords = ({ trained, method }: TrainingSettings): string =>
  `${trained.kind === 'all' ? 'all weights' : `LoRA, rank ${trained.rank}`}${method === 'dpo' ? ', preference (DPO)' : ''}`;

/** A number of any size, short: "2e-3" reads as 0.002. */
export const short = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3
    ? value.toExponential(1)
    : String(Number(value.toPrecision(3)));

/** Where an adapter comes from, for a list. */
export function originWords({ origin, weights }: Adapter): string {
  if (origin.kind === 'imported') return `imported from ${origin.file}`;
  const { settings, data, curve } = origin;
  const what = weights.kind === 'all' ? 'all weights' : `rank ${weights.rank}`;
  return `${data.label} · ${what} · ${curve.steps.length} steps${settings.method === 'dpo' ? ' · DPO' : ''}`;
}
