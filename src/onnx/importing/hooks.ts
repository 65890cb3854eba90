import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';

/** A linear layer beside which an adapter can stand. */
export interface LinearSite {
  /** PEFT's name of the layer within the model: "model.layers.0.self_attn.q_proj". */
  readonly name: string;
  /** Width of x. */
  readonly rows: number;
  /** Width of y. */
  readonly columns: number;
}

/**
 * Called after each linear layer that has a name; what it returns takes the place of y.
 * @param x input of the layer, [.., rows], float32
 * @param y output of the layer, [.., columns], with the same axes before the last
 */
export type LinearHook = (g: GraphBuilder, site: LinearSite, x: Value, y: Value) => Value;

/**
 * Called once for each weight; what it returns, of the same shape and float32, takes its place.
 * @param name the initializer's name in the file, also of a quantised weight
 * @param value the weight as the file has it, as float32; a quantised one [in, out]
 */
export type WeightHook = (g: GraphBuilder, name: string, value: Value) => Value;

/** What may change a decoder while it is built. */
export interface Hooks {
  readonly linear?: LinearHook | undefined;
  readonly weight?: WeightHook | undefined;
}

/** A weight's floats as the file has them; a quantised one's dequantised. Errors where another file holds them. */
export type ReadWeight = () => Float32Array;

/** A weight that training may move. */
export interface TrainableWeight {
  /** The initializer's name in the file, of a quantised one its levels'. */
  readonly name: string;
  /** As the file has it; of a quantised product [in, out]. */
  readonly shape: readonly number[];
  readonly read: ReadWeight;
}
