import type { GraphBuilder } from '../graph/builder.ts';
import { dimOf } from '../graph/shapes.ts';
import type { Value } from '../graph/value.ts';

export interface MuonSettings {
  /** This step's rate is the shared learning rate times this: Muon's are larger than AdamW's. */
  rate: number;
  /** Of Nesterov's kind. */
  momentum: number;
  /** Decoupled weight decay per unit of (Muon's) learning rate. */
  weightDecay: number;
}

/** Coefficients of the odd quintic that pulls singular values towards 1 (Jordan et al. 2024, "Muon"). */
const [first, third, fifth] = [3.4445, -4.775, 2.0315];
const iterations = 5;

/**
 * A matrix with (nearly) the same singular vectors and all singular values near 1, by Newton and
 * Schulz's iteration: X <- a X + (b A + c A A) X with A = X X^T. Wide matrices are cheaper, so a tall
 * one is turned first.
 */
export function orthogonalized(g: GraphBuilder, matrix: Value): Value {
  const tall = dimOf(matrix.shape, 0) > dimOf(matrix.shape, 1);
  const norm = g.op('Sqrt', [g.sum(g.mul(matrix, matrix))]);
  let x = g.div(matrix, g.add(norm, g.scalar(1e-7)));
  if (tall) x = g.swapLast(x);
  for (let i = 0; i < iterations; i++) {
    const a = g.gemm(x, x, false, true);
    const polynomial = g.add(g.scale(a, third), g.scale(g.matmul(a, a), fifth));
    x = g.add(g.scale(x, first), g.matmul(polynomial, x));
  }
  return tall ? g.swapLast(x) : x;
}

/**
 * One step of Muon on a matrix [in, out]: the momentum, made orthogonal, scaled by
 * sqrt(max(1, out / in)) so that layers of all shapes move alike.
 */
export function muon(
  g: GraphBuilder,
  state: { parameter: Value; gradient: Value; moment: Value; learningRate: Value },
  { rate, momentum, weightDecay }: MuonSettings,
): { parameter: Value; moment: Value } {
  const { parameter, gradient, learningRate } = state;
  const moment = g.add(g.scale(state.moment, momentum), gradient);
  const direction = orthogonalized(g, g.add(gradient, g.scale(moment, momentum)));
  const [rows, columns] = [dimOf(parameter.shape, 0), dimOf(parameter.shape, 1)];
  const step = g.scale(learningRate, rate * Math.sqrt(Math.max(1, columns / rows)));
  const kept = g.mul(parameter, g.sub(g.scalar(1), g.scale(learningRate, rate * weightDecay)));
  return { parameter: g.sub(kept, g.mul(direction, step)), moment };
}
