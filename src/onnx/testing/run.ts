import * as ort from 'onnxruntime-node';
import type { GraphBuilder } from '../graph/builder.ts';
import { toModel } from '../graph/finish.ts';
import type { DType } from '../model/dtypes.ts';
import { fromHalf, toHalf } from '../model/half.ts';
import { elementCount } from '../model/tensor.ts';
import { writeModel } from '../model/write.ts';

/** A tensor for or from the runtime; integers as plain numbers. */
export interface Data {
  dtype: DType;
  shape: readonly number[];
  values: ArrayLike<number>;
}

export type Run = (feeds: Readonly<Record<string, Data>>) => Promise<Record<string, Data>>;

function toTensor({ dtype, shape, values }: Data): ort.Tensor {
  if (dtype === 'int64')
    return new ort.Tensor('int64', BigInt64Array.from(Array.from(values), BigInt), shape);
  const floats = Float32Array.from(values);
  return dtype === 'float16'
    ? new ort.Tensor('float16', toHalf(floats), shape)
    : new ort.Tensor('float32', floats, shape);
}

const fromTensor = (tensor: ort.Tensor): Data => ({
  dtype: tensor.type as DType,
  shape: tensor.dims,
  values:
    tensor.type === 'float16'
      ? fromHalf(tensor.data as Uint16Array)
      : Array.from(tensor.data as ArrayLike<number | bigint>, Number),
});

/** Opens a model file in onnxruntime on two threads, as pre-training runs it. */
export async function open(bytes: Uint8Array): Promise<Run> {
  const session = await ort.InferenceSession.create(bytes, {
    intraOpNumThreads: 2,
    logSeverityLevel: 3,
  });
  return async (feeds) => {
    const tensors = Object.entries(feeds).map(([name, data]) => [name, toTensor(data)] as const);
    const results = await session.run(Object.fromEntries(tensors));
    return Object.fromEntries(
      Object.entries(results).map(([name, tensor]) => [name, fromTensor(tensor)]),
    );
  };
}

/** Opens a graph under construction. */
export const openGraph = (g: GraphBuilder): Promise<Run> => open(writeModel(toModel(g)));

export const floats = (shape: readonly number[], values: ArrayLike<number>): Data => {
  return { dtype: 'float32', shape, values };
};

export const integers = (shape: readonly number[], values: ArrayLike<number>): Data => {
  return { dtype: 'int64', shape, values };
};

/** The same number in every place. */
export const full = (shape: readonly number[], value: number): Float32Array =>
  new Float32Array(elementCount(shape)).fill(value);
