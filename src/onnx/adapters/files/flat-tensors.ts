import { splitFlat, type ParameterSpec } from '../../graph/flat.ts';
import { AdapterFileError } from './errors.ts';
import { floatValues } from './float-values.ts';
import type { FloatTensor, StoredTensor } from './safetensors.ts';

/** A flat vector's tensors as a file stores them, by their own names: for weights trained as a whole. */
export function toTensors(
  specs: readonly ParameterSpec[],
  flat: Float32Array,
): Map<string, FloatTensor> {
  const views = splitFlat(specs, flat);
  return new Map(
    specs.map(({ name, shape }) => [name, { shape, values: views.get(name) as Float32Array }]),
  );
}

/**
 * The flat vector of a file's tensors.
 * @throws AdapterFileError where one is missing, is not of this model, or has another shape
 */
export function fromTensors(
  specs: readonly ParameterSpec[],
  tensors: ReadonlyMap<string, StoredTensor>,
): Float32Array {
  const known = new Set(specs.map(({ name }) => name));
  for (const name of tensors.keys())
    if (!known.has(name))
      throw new AdapterFileError(`tensor ${name}`, 'the model has no such weight');
  const parts = specs.map(({ name, shape }) => {
    const tensor = tensors.get(name);
    if (!tensor) throw new AdapterFileError(`tensor ${name}`, 'the file has none');
    if (tensor.shape.join() !== shape.join())
      throw new AdapterFileError(
        `tensor ${name}`,
        `its shape is [${tensor.shape.join(', ')}], the model's is [${shape.join(', ')}]`,
      );
    return floatValues(name, tensor);
  });
  const flat = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    flat.set(part, at);
    at += part.length;
  }
  return flat;
}
