import { elementCount } from '../model/tensor.ts';
import type { Tensor } from '../model/types.ts';
import type { Value } from '../graph/value.ts';
import { fromTensor, isFloat, known, type Known } from './known/known.ts';

/** A constant of floats that the file holds and the graph does not yet. */
export interface Stored {
  /** The initializer's name in the file. */
  readonly name: string;
  readonly tensor: Tensor;
}

/** What the graph calls a constant of the file: its own name is left to a hook that makes an input of it. */
export const storedName = (name: string): string => `stored/${name}`;

/** What stands for a value of the file while its graph is written anew. */
export type Item = Known | Stored | Value;

export const isKnown = (item: Item): item is Known => 'values' in item;
export const isStored = (item: Item): item is Stored => 'tensor' in item;

export const shapeOf = (item: Item): readonly number[] =>
  isStored(item) ? item.tensor.dims : item.shape;

/** Numbers of shapes are known; floats are stored, but for single ones. */
export function itemOf(name: string, tensor: Tensor): Item {
  const single = elementCount(tensor.dims) === 1;
  if (isFloat(tensor.dtype) && !single) return { name, tensor };
  const counted = ['int64', 'int32', 'bool'].includes(tensor.dtype);
  if (tensor.external || !(counted || isFloat(tensor.dtype))) return { name, tensor };
  if (elementCount(tensor.dims) === 0) return known(tensor.dtype, tensor.dims, []);
  return fromTensor(tensor);
}
