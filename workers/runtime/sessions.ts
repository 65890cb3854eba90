import type { InferenceSession } from 'onnxruntime-common';
import { Decoder } from './decoder.ts';
import { ort } from './ort.ts';

/**
 * A decoder's files: the graph, and weights kept beside it under the paths the graph names. Blobs, so
 * that a session can be opened anew at any time while the browser may keep the bytes on disk.
 */
export interface DecoderFiles {
  graph: Blob;
  weights: { path: string; blob: Blob }[];
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** Opens a decoder on wasm, or on a WebGPU device, where its outputs then stay. */
export async function openDecoder(
  { graph, weights }: DecoderFiles,
  device: GPUDevice | null,
): Promise<Decoder> {
  const options: InferenceSession.SessionOptions = device
    ? { executionProviders: [{ name: 'webgpu', device }], preferredOutputLocation: 'gpu-buffer' }
    : { executionProviders: ['wasm'] };
  const externalData = await Promise.all(
    weights.map(async ({ path, blob }) => ({ path, data: await bytesOf(blob) })),
  );
  const session = await ort.InferenceSession.create(await bytesOf(graph), {
    ...options,
    externalData,
    logSeverityLevel: 3,
  });
  return new Decoder(session);
}
