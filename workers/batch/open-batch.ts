import type { InferenceSession } from 'onnxruntime-common';
import { withSamplingHead } from '../../src/onnx/heads/sampling-head.ts';
import { scoringHead } from '../../src/onnx/heads/scoring-head.ts';
import { besideFile } from '../../src/onnx/model/beside.ts';
import { readModel } from '../../src/onnx/model/read.ts';
import type { Model } from '../../src/onnx/model/types.ts';
import { writeModel } from '../../src/onnx/model/write.ts';
import { batchDecoder, type BatchedDecoder } from '../../src/onnx/rewrite/batched-decoder.ts';
import {
  cacheNames,
  joinPositions,
  pickRows,
  stackRows,
} from '../../src/onnx/rewrite/cache-graphs.ts';
import { withFeeds, type Change } from '../adapting/change.ts';
import type { FileBeside } from '../runtime/file-beside.ts';
import { BatchDecoder } from './batch-decoder.ts';
import { DeviceCaches } from './caches/device-caches.ts';
import { HostCaches } from './caches/host-caches.ts';
import type { CacheStore } from './caches/row-cache.ts';
import { ScoringHead } from './scoring-head.ts';

/**
 * Opens a graph in the runtime at hand; results of the names in `staying` stay on the device. The graph may
 * name files beside it.
 */
export type OpenSession = (
  graph: Uint8Array,
  staying: readonly string[],
  beside: readonly FileBeside[],
) => Promise<InferenceSession>;

/** Where the rewritten graph finds its weights: in the file that it was made of. */
const original = 'original.onnx';

/** A decoder of many rows, and how to give it up. */
export interface OpenBatch {
  readonly decoder: BatchDecoder;
  readonly scoring: ScoringHead;
  release(): Promise<void>;
}

/**
 * Rewrites a decoder's file and opens it, with what keeps its caches.
 * @param openDecoder opens the decoder itself, which may have its weights beside it
 * @param openGraph opens the small graphs without weights
 * @param caches whether they stay on the device that computes, or in memory
 * @param window positions that a query sees, where the model's configuration says so
 * @param change other weights than the file's
 * @throws NoMatch where the graph does not fit, Error where it cannot be opened
 */
export async function openBatch(
  file: Uint8Array,
  openDecoder: OpenSession,
  openGraph: OpenSession,
  caches: 'device' | 'memory',
  window: number | null = null,
  change: Change | null = null,
): Promise<OpenBatch> {
  const read = readModel(file);
  const batched = batchDecoder(read, window);
  const model = change ? change.change(batched.model, read) : batched.model;
  const graph = writeModel(besideFile(withSamplingHead(model), file, original));
  const staying = [...cacheNames(batched, 'fresh'), 'shares', 'logits'];
  const opened = await openDecoder(graph, staying, [{ path: original, data: file }]);
  const session = change ? withFeeds(opened, change) : opened;
  const store = await openCaches(batched, caches === 'device' ? openGraph : null);
  const logits = batched.model.graph.outputs.find(({ name }) => name === 'logits');
  const vocabularySize = logits?.shape?.at(-1) as number;
  const dtype = logits?.dtype === 'float16' ? 'float16' : 'float32';
  const scoring = await openGraph(writeModel(scoringHead(vocabularySize, dtype)), [], []);
  return {
    decoder: new BatchDecoder(session, store, batched, vocabularySize),
    scoring: new ScoringHead(scoring),
    async release() {
      // caches first: they lie in buffers of the sessions; and what broke may not even close
      await store
        .release()
        .finally(() => session.release())
        .finally(() => scoring.release());
    },
  };
}

async function openCaches(
  batched: BatchedDecoder,
  openGraph: OpenSession | null,
): Promise<CacheStore> {
  const { layers, dtype } = batched;
  const values = layers.reduce((sum, { kvHeads, headSize }) => sum + 2 * kvHeads * headSize, 0);
  const bytesPerPosition = values * (dtype === 'float32' ? 4 : 2);
  if (!openGraph) return new HostCaches(batched, bytesPerPosition);
  const open = (write: (caches: BatchedDecoder) => Model) =>
    openGraph(writeModel(write(batched)), cacheNames(batched, 'result'), []);
  // one after the other: a runtime opens one session at a time
  const pick = await open(pickRows);
  const join = await open(joinPositions);
  const stack = await open(stackRows);
  return new DeviceCaches(batched, bytesPerPosition, { pick, join, stack });
}
