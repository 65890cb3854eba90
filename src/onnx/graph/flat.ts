import { elementCount } from '../model/tensor.ts';
import type { GraphBuilder } from './builder.ts';
import type { Value } from './value.ts';

/** One tensor among those that a flat vector holds. */
export interface ParameterSpec {
  name: string;
  /** Linear weights are [in, out], as ONNX multiplies them (PyTorch stores [out, in]). */
  shape: readonly number[];
}

/** Number of floats in one tensor. */
export const sizeOf = (spec: ParameterSpec): number => elementCount(spec.shape);

/** Length of a flat vector of these tensors. */
export const flatLength = (specs: readonly ParameterSpec[]): number =>
  specs.reduce((total, spec) => total + sizeOf(spec), 0);

/** The tensors by name, cut from one flat vector [n] that holds them in this order. */
export function cutFlat(
  g: GraphBuilder,
  flat: Value,
  specs: readonly ParameterSpec[],
): ReadonlyMap<string, Value> {
  let end = 0;
  // Slices, not one Split: WebGPU kernels may bind no more than some ten buffers.
  const cut = (spec: ParameterSpec): [string, Value] => {
    const start = end;
    end += sizeOf(spec);
    return [spec.name, g.reshape(g.slice(flat, 0, start, end), spec.shape)];
  };
  return new Map(specs.map(cut));
}

/** Any tensor as a vector. */
export const flattened = (g: GraphBuilder, value: Value): Value =>
  g.reshape(value, [elementCount(value.shape)]);

/** Tensors one after the other as one vector: what `cutFlat` cuts. */
export const joinFlat = (g: GraphBuilder, values: readonly Value[]): Value =>
  g.concat(
    values.map((value) => flattened(g, value)),
    0,
  );

/** Views (not copies) of a flat vector's tensors by name. Errors when its length is wrong. */
export function splitFlat(
  specs: readonly ParameterSpec[],
  flat: Float32Array,
): Map<string, Float32Array> {
  const expected = flatLength(specs);
  if (flat.length !== expected)
    throw new Error(`the vector needs ${expected} parameters, it has ${flat.length}`);
  let end = 0;
  return new Map(
    specs.map((spec) => {
      const start = end;
      end += sizeOf(spec);
      return [spec.name, flat.subarray(start, end)];
    }),
  );
}
