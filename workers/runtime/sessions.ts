import type { InferenceSession } from 'onnxruntime-common';
import { Decoder } from './decoder.ts';
import { ort } from './ort.ts';

/**
 * A decoder's files: the graph, and weights kept beside it under the paths the graph names. Blobs, so
 * that a session can be opened anew at any time while the browser may keep the bytes on disk.
 */
export interface DecoderFiles {
  graph: Blob;
  /** Positions that a query sees, by the model's configuration; null: all before it. */
  window: number | null;
  weights: { path: string; blob: Blob }[];
}

export const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** Which results stay where they were computed: all of them, or those of these names. */
type Staying = 'all' | readonly string[];

function providersFor(device: GPUDevice | null, staying: Staying): InferenceSession.SessionOptions {
  if (!device) return { executionProviders: ['wasm'] };
  const executionProviders = [{ name: 'webgpu', device }];
  return {
    executionProviders,
    preferredOutputLocation:
      staying === 'all'
        ? 'gpu-buffer'
        : Object.fromEntries(staying.map((name) => [name, 'gpu-buffer'])),
  };
}

/** Opens a graph on wasm, or on a WebGPU device, where the results named in `staying` then stay. */
export async function openSession(
  graph: Uint8Array,
  weights: DecoderFiles['weights'],
  device: GPUDevice | null,
  staying: Staying,
): Promise<InferenceSession> {
  const externalData = await Promise.all(
    weights.map(async ({ path, blob }) => ({ path, data: await bytesOf(blob) })),
  );
  return ort.InferenceSession.create(graph, {
    ...providersFor(device, staying),
    externalData,
    logSeverityLevel: 3,
  });
}

/** Opens a decoder as its file says. */
export async function openDecoder(
  { graph, weights }: DecoderFiles,
  device: GPUDevice | null,
): Promise<Decoder> {
  return new Decoder(await openSession(await bytesOf(graph), weights, device, 'all'));
}
