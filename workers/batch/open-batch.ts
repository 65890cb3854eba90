import type { InferenceSession } from 'onnxruntime-common';
import { withSamplingHead } from '../../src/onnx/heads/sampling-head.ts';
import { readModel } from '../../src/onnx/model/read.ts';
import type { Model } from '../../src/onnx/model/types.ts';
import { writeModel } from '../../src/onnx/model/write.ts';
import { batchDecoder } from '../../src/onnx/rewrite/batched-decoder.ts';
import { cacheNames, joinPositions, pickRows } from '../../src/onnx/rewrite/cache-graphs.ts';
import { BatchDecoder } from './batch-decoder.ts';
import { CacheStore } from './caches.ts';

/** Opens a graph in the runtime at hand; results of the names in `staying` stay on the device. */
export type OpenSession = (
  graph: Uint8Array,
  staying: readonly string[],
) => Promise<InferenceSession>;

/** A decoder of many rows, and how to give it up. */
export interface OpenBatch {
  readonly decoder: BatchDecoder;
  release(): Promise<void>;
}

/**
 * Rewrites a decoder's file and opens it, with the small graphs that move its caches.
 * @param openDecoder opens the decoder itself, which may have its weights beside it
 * @throws NoMatch where the graph does not fit, Error where it cannot be opened
 */
export async function openBatch(
  file: Uint8Array,
  openDecoder: OpenSession,
  openGraph: OpenSession,
): Promise<OpenBatch> {
  const batched = batchDecoder(readModel(file));
  const session = await openDecoder(writeModel(withSamplingHead(batched.model)), [
    ...cacheNames(batched, 'present'),
    'shares',
  ]);
  const small = (write: (caches: typeof batched) => Model) =>
    openGraph(writeModel(write(batched)), cacheNames(batched, 'result'));
  const [pick, join] = [await small(pickRows), await small(joinPositions)];
  const logits = batched.model.graph.outputs.find(({ name }) => name === 'logits');
  const vocabularySize = logits?.shape?.at(-1) as number;
  const caches = new CacheStore(batched, { pick, join });
  return {
    decoder: new BatchDecoder(session, caches, vocabularySize),
    async release() {
      for (const each of [session, pick, join]) await each.release();
    },
  };
}
