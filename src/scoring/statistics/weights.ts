import { uniform } from '../../domain/draw.ts';
import { atOnce, type Steps } from './steps.ts';

/** How the bootstrap is done. */
export interface BootstrapSettings {
  /** Which resamples: the same seed gives the same interval. */
  readonly seed: number;
  readonly resamples: number;
}

export const defaultBootstrap: BootstrapSettings = { seed: 1, resamples: 2000 };

/** How often each item and each draw is in each resample: multinomial, row after row. */
export interface CrossedWeights {
  readonly resamples: number;
  /** resamples x items */
  readonly items: Uint16Array;
  /** resamples x draws */
  readonly draws: Uint16Array;
}

/** Things drawn in one step: a few milliseconds. */
const slice = 5000;

/** Things kept for further use, by name, up to so many bytes: the oldest go first, the newest never. */
export class Kept<T> {
  readonly #things = new Map<string, { thing: T; bytes: number }>();
  readonly #most: number;
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): T | undefined {
    return this.#things.get(name)?.thing;
  }

  keep(name: string, thing: T, bytes: number): T {
    const before = this.get(name);
    if (before !== undefined) return before;
    this.#things.set(name, { thing, bytes });
    this.#bytes += bytes;
    for (const [old, { bytes: freed }] of this.#things) {
      if (this.#bytes <= this.#most || old === name) break;
      this.#things.delete(old);
      this.#bytes -= freed;
    }
    return thing;
  }
}

const kept = new Kept<CrossedWeights>(32 * 2 ** 20);

/** Draws `count` things with replacement, counted from `start` on. */
function resample(times: Uint16Array, start: number, count: number, next: () => number): void {
  for (let i = 0; i < count; i++) {
    const chosen = start + Math.floor(next() * count);
    times[chosen] = (times[chosen] as number) + 1;
  }
}

function* drawn(
  items: number,
  draws: number,
  { seed, resamples }: BootstrapSettings,
): Steps<CrossedWeights> {
  if (items > 0xffff || draws > 0xffff)
    throw new RangeError(`a bootstrap has room for 65,535 items and draws, not ${items}, ${draws}`);
  const weights = {
    resamples,
    items: new Uint16Array(resamples * items),
    draws: new Uint16Array(resamples * draws),
  };
  const pause = Math.max(1, Math.floor(slice / (items + draws)));
  let step = 0;
  const next = () => uniform(seed, 'crossed bootstrap', step++);
  for (let r = 0; r < resamples; r++) {
    resample(weights.items, r * items, items, next);
    resample(weights.draws, r * draws, draws, next);
    if (r % pause === pause - 1) yield;
  }
  return weights;
}

/**
 * The weights of a table's resamples, in steps. They depend on its shape and the settings alone, so tables
 * of one shape share them: drawing them takes a hundred times as long as using them.
 * @throws RangeError above 65,535 items or draws
 */
export function* weightsInSteps(
  items: number,
  draws: number,
  settings: BootstrapSettings = defaultBootstrap,
): Steps<CrossedWeights> {
  const key = [items, draws, settings.seed, settings.resamples].join('/');
  const known = kept.get(key);
  if (known) return known;
  const weights = yield* drawn(items, draws, settings);
  return kept.keep(key, weights, weights.items.byteLength + weights.draws.byteLength);
}

/** The same at one go. */
export const crossedWeights = (
  items: number,
  draws: number,
  settings: BootstrapSettings = defaultBootstrap,
): CrossedWeights => atOnce(weightsInSteps(items, draws, settings));
