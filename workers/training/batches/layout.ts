import { rowsOfStep, stepCount } from '../../../src/domain/training/course.ts';
import type { TrainingSettings } from '../../../src/domain/training/settings.ts';
import type { StepShape } from '../../../src/onnx/training/learnt-rows.ts';
import { chooseBuckets, inGrains } from './buckets.ts';

/** What a layout needs to know of a row (dpo: a pair). */
export interface Extent {
  /** Positions of the longest text. */
  readonly length: number;
  /** Tokens to be learnt, of all texts. */
  readonly learnt: number;
}

/** How the rows of a training are put into graphs of fixed shape. */
export interface Layout {
  /** Units of a run. */
  readonly units: number;
  /** Texts of a unit. */
  readonly texts: 1 | 2;
  /** Graphs by the positions of their rows, ascending, and how many learnt places each has. */
  readonly buckets: readonly { readonly length: number; readonly learnt: number }[];
}

/** What a run may hold. */
export interface LayoutLimits {
  /** Positions, filling included. */
  readonly positions: number;
  readonly buckets: number;
}

/** Steps that are looked at for the choice of buckets. */
const mostSteps = 300;

/** Units in runs: the longest together, so that little is filled up. Each list has at most `size`. */
export function inRuns(
  rows: readonly number[],
  extents: readonly Extent[],
  size: number,
): number[][] {
  const lengthOf = (row: number) => extents[row]?.length ?? 0;
  const sorted = rows.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a - b);
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, i) =>
    sorted.slice(i * size, (i + 1) * size),
  );
}

/**
 * Chooses how many units run at once and which lengths there are. Depends on the rows, the settings and
 * the limits alone: a training that goes on is laid out as it was.
 * @param training rows of the training; `others` (held out) only have to fit
 */
export function layOut(
  training: readonly Extent[],
  others: readonly Extent[],
  settings: Pick<TrainingSettings, 'method' | 'batch' | 'epochs' | 'seed'>,
  limits: LayoutLimits,
): Layout {
  const texts = settings.method === 'dpo' ? 2 : 1;
  const all = [...training, ...others];
  const longest = inGrains(Math.max(1, ...all.map(({ length }) => length)));
  const most = Math.max(1, Math.floor(limits.positions / (longest * texts)));
  const batch = Math.min(settings.batch, training.length);
  const units = Math.ceil(batch / Math.ceil(batch / most));
  const steps = Math.min(mostSteps, stepCount(training.length, settings));
  const lengths = Array.from({ length: steps }, (_, i) =>
    inRuns(rowsOfStep(training.length, i + 1, settings), training, units).map(
      ([first]) => training[first ?? 0]?.length ?? 1,
    ),
  ).flat();
  const chosen = chooseBuckets(lengths, limits.buckets);
  const sizes = [...new Set([...chosen.slice(0, -1), longest])];
  const buckets = sizes.map((length) => {
    const learnt = all
      .filter((extent) => extent.length <= length)
      .map((extent) => extent.learnt)
      .sort((a, b) => b - a)
      .slice(0, units)
      .reduce((a, b) => a + b, 0);
    return { length, learnt: Math.min(inGrains(learnt), units * texts * length) };
  });
  return { units, texts, buckets };
}

/** The smallest bucket that holds a run of these units, by its number. */
export function bucketFor({ buckets }: Layout, run: readonly Extent[]): number {
  const length = Math.max(...run.map((extent) => extent.length));
  const found = buckets.findIndex((bucket) => bucket.length >= length);
  if (found < 0) throw new RangeError(`no bucket holds ${length} positions`);
  return found;
}

/** A bucket's graph, as src/onnx/training wants its shape. */
export function shapeOf(
  { units, texts, buckets }: Layout,
  bucket: number,
  chunk: number,
): StepShape {
  const { length, learnt } = buckets[bucket] as Layout['buckets'][number];
  return { batch: units * texts, length, rows: learnt, chunk: Math.min(chunk, learnt) };
}
