import { InferenceSession, Tensor } from 'onnxruntime-node';

/**
 * A session on the CPU with every core. Waiting threads sleep instead of spinning, and work is cut
 * finer than one piece per thread: on a machine that does other things too, a step is up to twice
 * as fast for it; on an idle one it costs nothing that could be measured.
 */
export const openSession = (bytes: Uint8Array): Promise<InferenceSession> =>
  InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    extra: { session: { dynamic_block_base: '4', intra_op: { allow_spinning: '0' } } },
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
