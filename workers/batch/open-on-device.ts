import { bytesOf, filesOf, openSession, type DecoderFiles } from '../runtime/sessions.ts';
import type { Change } from '../adapting/change.ts';
import { openBatch, type OpenBatch } from './open-batch.ts';

/** Opens a decoder's files for many rows, on wasm or on a WebGPU device, where the caches then stay; with other weights where there is a change. */
export async function openBatchOnDevice(
  { graph, window, weights }: DecoderFiles,
  device: GPUDevice | null,
  change: Change | null = null,
): Promise<OpenBatch> {
  return openBatch(
    await bytesOf(graph),
    async (decoder, staying, beside) =>
      openSession(decoder, [...beside, ...(await filesOf(weights))], device, staying),
    (small, staying) => openSession(small, [], device, staying),
    device ? 'device' : 'memory',
    window,
    change,
  );
}
