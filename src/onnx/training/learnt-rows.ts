import { tokenLogProb } from '../composites/log-prob.ts';
import type { Hooks } from '../importing/hooks.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { segmentsOf, type Segment } from '../graph/recompute.ts';
import { dimOf } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';
import type { TrainingDecoder } from './decoder.ts';

/** The shape of a micro-batch. */
export interface StepShape {
  /** B rows of T tokens; shorter texts are padded on the right. */
  readonly batch: number;
  readonly length: number;
  /** R: how many positions are learnt, those that only fill up included. */
  readonly rows: number;
  /** C: logits of so many positions are worked out at a time; all of them by default. */
  readonly chunk?: number;
}

/** Learnt positions [start, end) of each chunk. */
export const chunksOf = ({ rows, chunk = rows }: StepShape): { start: number; end: number }[] =>
  Array.from({ length: Math.ceil(rows / chunk) }, (_, i) => ({
    start: i * chunk,
    end: Math.min((i + 1) * chunk, rows),
  }));

/** What is read of a micro-batch, whatever the loss. */
export interface BatchInputs {
  ids: Value;
  rows: Value;
  /** Undefined where nothing is differentiated. */
  places: Value | undefined;
  labels: readonly Value[];
}

/**
 * Declares ids int64 [B, T]; rows int64 [R], which of the B T positions are learnt; labels.K int64
 * [C, 1] for each chunk K, the token that each is to be followed by (an input each, as WebGPU does
 * not cut integers of 64 bits). With `places` also places int64 [B T]: where among the rows each
 * position stands, R for those that do not. It spares the gradient a sum over equal rows; a position
 * that stands there several times, as filling, has its place where it is learnt, if anywhere.
 */
export function batchInputs(g: GraphBuilder, shape: StepShape, places: boolean): BatchInputs {
  const { batch, length, rows } = shape;
  return {
    ids: g.input('ids', 'int64', [batch, length]),
    rows: g.input('rows', 'int64', [rows]),
    places: places ? g.input('places', 'int64', [batch * length]) : undefined,
    labels: chunksOf(shape).map(({ start, end }, k) =>
      g.input(`labels.${k}`, 'int64', [end - start, 1]),
    ),
  };
}

/** Rows of x [M, d] -> [R, d]; the gradient of each goes back to its place. */
function takeRows(g: GraphBuilder, x: Value, { rows, places }: BatchInputs): Value {
  const [taken] = g.region([x], () => ({
    outputs: [g.op('Gather', [x, rows])],
    vjp: ([dy]) => {
      if (!dy) return [];
      if (!places) throw new Error('a graph without places cannot be differentiated');
      const nothing = g.filled([1, dimOf(x.shape, 1)], 0);
      return [g.op('Gather', [g.concat([dy, nothing], 0), places])];
    },
  }));
  return taken as Value;
}

/** Log-probabilities of the labels, and what of the way there can be worked out twice. */
export interface LearntLogProbs {
  /** In nats, [R, 1]. */
  readonly logProbs: Value;
  /** The decoder's blocks, and each chunk of logits. */
  readonly segments: readonly Segment[];
}

/** Log-probabilities of the labels, a chunk of logits at a time. */
export function learntLogProbs(
  g: GraphBuilder,
  decoder: TrainingDecoder,
  inputs: BatchInputs,
  shape: StepShape,
  hooks: Hooks,
): LearntLogProbs {
  const { hidden, head } = decoder(g, inputs.ids, hooks);
  const blocks = segmentsOf(g, [inputs.ids], g.nodes.length);
  const learnt = takeRows(g, hidden, inputs);
  const chunks = chunksOf(shape).map(({ start, end }, k): Segment => {
    const from = g.nodes.length;
    const logits = head(g.slice(learnt, 0, start, end));
    const output = tokenLogProb(g, logits, inputs.labels[k] as Value);
    return { start: from, end: g.nodes.length, output };
  });
  return {
    logProbs: g.concat(
      chunks.map(({ output }) => output),
      0,
    ),
    segments: [...blocks, ...chunks],
  };
}
