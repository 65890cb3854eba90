import { InferenceSession } from 'onnxruntime-node';
import { sha256 } from '../../../src/domain/hash.ts';
import type { LlamaConfig } from '../../../src/onnx/llama/config.ts';
import { initialParameters, parameterSpecs } from '../../../src/onnx/llama/parameters.ts';
import { trainableLlama } from '../../../src/onnx/llama/trainable.ts';
import type { OpenSession } from '../../batch/open-batch.ts';
import { TurnQueue } from '../../runtime/queue.ts';
import type { TrainingBase } from '../base.ts';
import type { Folder } from '../../files/folder.ts';
import type { TrainingGround } from '../ground.ts';
import { hostVectors } from '../learning/device-vectors.ts';

/** On one thread: on a busy machine several wait for each other longer than they compute. */
export const openInNode: OpenSession = (bytes, _staying, beside) =>
  InferenceSession.create(bytes, {
    logSeverityLevel: 4,
    intraOpNumThreads: 1,
    externalData: beside,
  });

const config: LlamaConfig = {
  vocabSize: 64,
  hiddenSize: 16,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 24,
  normEpsilon: 1e-5,
  ropeTheta: 10_000,
  tiedHead: true,
  contextLength: 64,
};

/** A decoder so small that a step takes a millisecond. */
export function tinyBase(): TrainingBase {
  const values = Float32Array.from(
    initialParameters(config, 3).map((value) => (value === 1 ? 1 : 8 * value)),
  );
  const sites = Array.from({ length: config.layers }, (_, layer) => [
    { name: `model.layers.${layer}.self_attn.q_proj`, rows: 16, columns: 16 },
    { name: `model.layers.${layer}.self_attn.v_proj`, rows: 16, columns: 8 },
    { name: `model.layers.${layer}.mlp.down_proj`, rows: 24, columns: 16 },
  ]).flat();
  return {
    fingerprint: 'tiny',
    contextLength: config.contextLength,
    vocabularySize: config.vocabSize,
    decoder: trainableLlama(config, values),
    sites,
    weights: () => ({ specs: parameterSpecs(config), values }),
    file: new Uint8Array(16),
    beside: () => Promise.resolve([]),
    size: values.byteLength,
  };
}

/** Trainings in Node: real graphs, files on the disk. What is kept is the vector itself. */
export function nodeGround(folder: Folder, base = tinyBase()): TrainingGround {
  const queue = new TurnQueue();
  return {
    base,
    devices: [{ kind: 'wasm', software: false, open: openInNode, vectors: hostVectors }],
    allowed: 2 ** 31,
    turn: (work) => queue.take(work),
    folder,
    checkpointPause: 0,
    keep: async (_weights, parameters) => {
      const bytes = new Uint8Array(parameters.buffer);
      const id = await sha256(bytes);
      await folder.write(id, [bytes]);
      return { id, bytes: bytes.length };
    },
    has: async (id) => (await folder.read(id)) !== null,
    generate: () => Promise.reject(new Error('No probes here.')),
  };
}
