import { InferenceSession, Tensor } from 'onnxruntime-node';

/** A session on the CPU with every core; our graphs fix all shapes, so memory is planned once. */
export const openSession = (bytes: Uint8Array): Promise<InferenceSession> =>
  InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });

/** A float32 tensor over `data` (not copied). */
export const floats = (data: Float32Array, shape: readonly number[]): Tensor =>
  new Tensor('float32', data, [...shape]);

/** A float32 scalar. */
export const scalar = (value: number): Tensor => floats(new Float32Array([value]), []);

/** An int64 tensor over `data` (not copied). */
export const integers = (data: BigInt64Array, shape: readonly number[]): Tensor =>
  new Tensor('int64', data, [...shape]);

/** The one number in a scalar output. Throws if the graph gave none. */
export function number(tensor: Tensor | undefined, name: string): number {
  const value = (tensor?.data as Float32Array | undefined)?.[0];
  if (value === undefined) throw new Error(`The graph has no output "${name}".`);
  return value;
}
