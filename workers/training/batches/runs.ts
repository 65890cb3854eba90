import { Tensor } from 'onnxruntime-common';
import {
  dpoFeeds,
  sftFeeds,
  withoutPlaces,
  type Feeds as PlainFeeds,
  type ReferencedPair,
} from '../../../src/onnx/training/feeds.ts';
import type { StepShape } from '../../../src/onnx/training/learnt-rows.ts';
import { bucketFor, inRuns, type Layout } from './layout.ts';
import type { Unit } from './units.ts';

/** A graph's inputs by name. */
export type Feeds = Readonly<Record<string, Tensor>>;

/** One run of texts: which of the graphs reads it, and its inputs beside parameters and gradient. */
export interface Run {
  readonly bucket: number;
  readonly feeds: Feeds;
}

/** Rows of one kind, and what is known of them. */
export interface Reading {
  readonly units: readonly Unit[];
  /** dpo: log-probability of each unit's two texts under the base, in nats. */
  readonly reference: readonly (readonly [chosen: number, rejected: number])[];
  readonly layout: Layout;
  /** By the number of a bucket. */
  readonly shapes: readonly StepShape[];
}

export const tensors = (feeds: PlainFeeds): Feeds =>
  Object.fromEntries(
    Object.entries(feeds).map(([name, feed]) => [
      name,
      feed.dtype === 'int64'
        ? new Tensor('int64', feed.data, feed.dims)
        : new Tensor('float32', feed.data, feed.dims),
    ]),
  );

/** The runs of a step over some rows; what they measure adds up to the mean over all of them. */
export function stepRuns(reading: Reading, rows: readonly number[]): Run[] {
  const { units, layout } = reading;
  return inRuns(rows, units, layout.units).map((run) => {
    const bucket = bucketFor(
      layout,
      run.map((row) => units[row] as Unit),
    );
    return { bucket, feeds: tensors(feedsOf(reading, run, rows, bucket)) };
  });
}

/** The same over all rows, for a graph of the largest bucket that learns nothing. */
export function evaluationRuns(reading: Reading): Run[] {
  const { units, layout } = reading;
  const rows = Array.from(units.keys());
  const bucket = layout.buckets.length - 1;
  return inRuns(rows, units, layout.units).map((run) => ({
    bucket,
    feeds: tensors(withoutPlaces(feedsOf(reading, run, rows, bucket))),
  }));
}

function feedsOf(
  { units, reference, layout, shapes }: Reading,
  run: readonly number[],
  rows: readonly number[],
  bucket: number,
): PlainFeeds {
  const shape = shapes[bucket] as StepShape;
  const at = (row: number) => units[row] as Unit;
  if (layout.texts === 1) {
    const texts = run.flatMap((row) => at(row).texts);
    const learnt = rows.reduce((sum, row) => sum + at(row).learnt, 0);
    return sftFeeds(texts, shape, learnt);
  }
  const pairs = run.map((row) => {
    const [chosen, rejected] = at(row).texts;
    const [ofChosen, ofRejected] = reference[row] ?? [NaN, NaN];
    return { chosen, rejected, reference: { chosen: ofChosen, rejected: ofRejected } };
  }) as ReferencedPair[];
  return dpoFeeds(pairs, shape, rows.length);
}
