import type { DType } from '../model/dtypes.ts';
import type { Attributes } from '../model/types.ts';

/** Element type and fixed shape of a graph value. */
export interface ValueType {
  readonly dtype: DType;
  readonly shape: readonly number[];
}

/** A tensor that flows through the graph under construction. */
export interface Value extends ValueType {
  readonly name: string;
}

/** An operator applied to values; `op` is the key in the registry, such as 'Add' or 'com.microsoft.Gelu'. */
export interface BuiltNode {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly (Value | undefined)[];
  readonly outputs: readonly Value[];
  readonly attributes: Attributes;
}

/** What a shape rule may look at. */
export interface ShapeCall {
  readonly attributes: Attributes;
  readonly inputs: readonly (Value | undefined)[];
  readonly outputCount: number;
  /** The i-th input; throws when it was left out. */
  input(index: number): Value;
  /** Elements of the i-th input, which must be a constant of integers; undefined when left out. */
  integers(index: number): number[] | undefined;
}

/** Types of an operator's outputs; throws when the inputs do not fit together. */
export type ShapeRule = (call: ShapeCall) => readonly ValueType[];
