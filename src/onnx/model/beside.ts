import { byteLength } from './dtypes.ts';
import { elementCount } from './tensor.ts';
import type { Model, Tensor } from './types.ts';

/** Constants of fewer bytes stay in the graph: the runtime works some of them out beforehand. */
const worthLeaving = 1024;

/**
 * The model with its large constants left where they are: in the bytes that it was read from, which the
 * runtime then takes as a file beside the graph (ONNX's external data). Nothing is copied.
 * @param file what `readModel` was given; constants that are not views of it stay in the graph
 * @param location the name under which the runtime is given the file
 */
export function besideFile(model: Model, file: Uint8Array, location: string): Model {
  const left = (tensor: Tensor): Tensor => {
    const { dtype, dims, data } = tensor;
    if (data.buffer !== file.buffer || data.length < worthLeaving) return tensor;
    const offset = data.byteOffset - file.byteOffset;
    const external = { location, offset: String(offset), length: String(data.length) };
    return { dtype, dims, data: new Uint8Array(), external };
  };
  const { graph } = model;
  const initializers = new Map(
    Array.from(graph.initializers, ([name, tensor]) => [name, left(tensor)]),
  );
  return { ...model, graph: { ...graph, initializers } };
}

/**
 * The inverse: the model with the constants that lie in other files as views of those, so that they can be read.
 * @param files what the files hold, by the names that the model has for them
 * @throws Error that names a file that is missing or too short
 */
export function withFiles(model: Model, files: ReadonlyMap<string, Uint8Array>): Model {
  const read = (tensor: Tensor, name: string): Tensor => {
    const { external, dtype, dims } = tensor;
    if (!external) return tensor;
    const { location = '', offset = '0' } = external;
    const file = files.get(location);
    const length = Number(external.length ?? byteLength(dtype, elementCount(dims)));
    const data = file?.subarray(Number(offset), Number(offset) + length);
    if (data?.length !== length)
      throw new Error(
        `${name} lies in ${location}, which ${file ? 'is too short for it' : 'is not there'}`,
      );
    return { dtype, dims, data };
  };
  const { graph } = model;
  const initializers = new Map(
    Array.from(graph.initializers, ([name, tensor]) => [name, read(tensor, name)]),
  );
  return { ...model, graph: { ...graph, initializers } };
}
