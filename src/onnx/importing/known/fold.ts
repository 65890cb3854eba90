import type { Attributes } from '../../model/types.ts';
import type { Known } from './known.ts';

/** An operator whose inputs are all known. */
export interface FoldCall {
  readonly attributes: Attributes;
  readonly inputs: readonly (Known | undefined)[];
  readonly outputCount: number;
  readonly opset: number;
  /** The i-th input; throws when it was left out. */
  input(index: number): Known;
  /** The i-th input's elements, or an attribute's of older operator versions; undefined when left out. */
  integers(index: number, attribute?: string): number[] | undefined;
}

/** Works an operator out when the graph is built. */
export type Fold = (call: FoldCall) => readonly Known[];
export type FoldTable = Readonly<Record<string, Fold>>;
