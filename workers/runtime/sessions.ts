import type { InferenceSession } from 'onnxruntime-common';
import { changedFile, withFeeds, type Change } from '../adapting/change.ts';
import { Decoder } from './decoder.ts';
import { withDownloads } from './downloads.ts';
import type { FileBeside } from './file-beside.ts';
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

/** Weights out of their blobs. */
export const filesOf = (weights: DecoderFiles['weights']): Promise<FileBeside[]> =>
  Promise.all(weights.map(async ({ path, blob }) => ({ path, data: await bytesOf(blob) })));

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
  beside: readonly FileBeside[],
  device: GPUDevice | null,
  staying: Staying,
): Promise<InferenceSession> {
  const open = () =>
    ort.InferenceSession.create(graph, {
      ...providersFor(device, staying),
      externalData: beside,
      logSeverityLevel: 3,
    });
  return device ? trusted(device, open) : open();
}

/** A session none of whose runs takes a failed download for numbers. */
async function trusted(
  device: GPUDevice,
  open: () => Promise<InferenceSession>,
): Promise<InferenceSession> {
  const session = await withDownloads(device, open, (untrusted) => untrusted.release());
  const run = session.run.bind(session) as (...input: unknown[]) => ReturnType<typeof session.run>;
  session.run = (...input: unknown[]) =>
    withDownloads(
      device,
      () => run(...input),
      (results) => Object.values(results).forEach((tensor) => tensor.dispose()),
    );
  return session;
}

/** Opens a decoder as its file says, or with other weights. */
export async function openDecoder(
  { graph, weights }: DecoderFiles,
  device: GPUDevice | null,
  change: Change | null = null,
): Promise<Decoder> {
  const beside = await filesOf(weights);
  const file = await bytesOf(graph);
  if (!change) return new Decoder(await openSession(file, beside, device, 'all'));
  const given = changedFile(file, change);
  const session = await openSession(given.graph, [...given.beside, ...beside], device, 'all');
  return new Decoder(withFeeds(session, change));
}
