import type { Attributes } from '../model/types.ts';
import type { GraphBuilder } from './builder.ts';
import type { ShapeRule, Value } from './value.ts';

/** What a differentiation rule may look at; it appends nodes through `g`. */
export interface VjpCall {
  readonly g: GraphBuilder;
  readonly attributes: Attributes;
  readonly inputs: readonly (Value | undefined)[];
  readonly outputs: readonly Value[];
  /** The i-th input; throws when it was left out. */
  input(index: number): Value;
  /** First output. */
  readonly y: Value;
  /** Gradient of the first output (zeros when only others have one). */
  readonly dy: Value;
  /** Gradients of all outputs; undefined where none arrives. */
  readonly dys: readonly (Value | undefined)[];
  /** Whether a gradient of the i-th input is asked for: do not build what nobody reads. */
  wants(index: number): boolean;
}

/** Vector-Jacobian product: gradients of the inputs, in order; undefined where there is none. */
export type VjpRule = (call: VjpCall) => readonly (Value | undefined)[];

/** All that the lab knows of an operator. Without `vjp` it cannot be differentiated through. */
export interface OpRule {
  readonly shape: ShapeRule;
  readonly vjp?: VjpRule;
}

/** A family of operators by key: 'Add', 'com.microsoft.MatMulNBits'. */
export type OpTable = Readonly<Record<string, OpRule>>;
