import type { ModelIdentity, Precision } from '../../../domain/model.ts';
import type { Adapter } from '../../../domain/training/adapter.ts';
import type { PreparedRows } from '../../../experiments/training/rows.ts';
import type { TrainingSettings } from '../../../domain/training/settings.ts';

/** Tokens that a training reads in all its steps, padding left out. */
export function tokensOf(
  { rows }: Pick<PreparedRows, 'rows'>,
  { epochs }: TrainingSettings,
): number {
  const texts =
    rows.method === 'sft'
      ? rows.training
      : rows.training.flatMap(({ chosen, rejected }) => [chosen, rejected]);
  return epochs * texts.reduce((sum, { tokens }) => sum + tokens.length, 0);
}

/**
 * Seconds per token of the latest training of the same kind on this base; null where there is none to
 * go by.
 */
export function knownPace(
  adapters: readonly Adapter[],
  fingerprint: string,
  { method, trained }: TrainingSettings,
): number | null {
  for (const { base, origin } of adapters) {
    if (origin.kind !== 'trained' || base.fingerprint !== fingerprint) continue;
    const { settings, curve, seconds } = origin;
    if (settings.method !== method || settings.trained.kind !== trained.kind) continue;
    const tokens = curve.steps.reduce((sum, step) => sum + step.tokens, 0);
    if (tokens > 0 && seconds > 0) return seconds / tokens;
  }
  return null;
}

/** Bytes that a weight takes on the disk, by precision. */
const weightBytes: Readonly<Record<Precision, number>> = { fp32: 4, q4: 0.6 };

/** Products and sums of a second that a laptop's processor comes to in the browser. */
const usualSpeed = 6e9;

/**
 * A guess of seconds per token, where nothing was trained yet: about six products and sums for each weight,
 * forwards and backwards.
 */
export function guessedPace({ files, precision }: ModelIdentity): number {
  const bytes = files
    .filter(({ path }) => /\.onnx(_data(_\d+)?)?$/.test(path))
    .reduce((sum, file) => sum + file.bytes, 0);
  return (6 * bytes) / weightBytes[precision] / usualSpeed;
}

/** What the last steps say of how fast it goes. */
export class Pace {
  #last: { seconds: number; tokens: number }[] = [];

  /** @param seconds of all steps so far @param tokens of this one */
  add(seconds: number, tokens: number): void {
    this.#last = [...this.#last.slice(-24), { seconds, tokens }];
  }

  clear(): void {
    this.#last = [];
  }

  /** Null before two steps. */
  get now(): { tokensPerSecond: number; secondsPerStep: number } | null {
    const [first] = this.#last;
    const last = this.#last.at(-1);
    const seconds = (last?.seconds ?? 0) - (first?.seconds ?? 0);
    if (seconds <= 0) return null;
    const tokens = this.#last.slice(1).reduce((sum, step) => sum + step.tokens, 0);
    return {
      tokensPerSecond: tokens / seconds,
      secondsPerStep: seconds / (this.#last.length - 1),
    };
  }
}
