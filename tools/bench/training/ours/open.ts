import { flatLength } from '../../../../src/onnx/graph/flat.ts';
import type { TrainableDecoder } from '../../../../src/onnx/importing/decoder.ts';
import { readDecoder, trainingDecoder } from '../../../../src/onnx/importing/decoder.ts';
import { readModel } from '../../../../src/onnx/model/read.ts';
import type { Trained } from '../../../../src/onnx/training/trained.ts';
import { sftFeeds } from '../../../../src/onnx/training/feeds.ts';
import type { StepShape } from '../../../../src/onnx/training/learnt-rows.ts';
import type { OpenSession } from '../../../../workers/batch/open-batch.ts';
import { tensors, type Run } from '../../../../workers/training/batches/runs.ts';
import { hostVectors } from '../../../../workers/training/learning/device-vectors.ts';
import { GraphSessions } from '../../../../workers/training/learning/graph-sessions.ts';
import { Learner } from '../../../../workers/training/learning/learner.ts';
import type { OpenTraining } from '../contest.ts';
import { learntOf, rowOf, type LoadedWork, type TrainingWork } from '../work/work.ts';

/** What ours begins with. */
export interface OursFiles extends LoadedWork {
  readonly model: Uint8Array;
  readonly factors: Float32Array;
}

/** What moves, and the numbers that it begins with. */
export function trainedOf(
  work: TrainingWork,
  decoder: TrainableDecoder,
  factors: Float32Array,
): { trained: Trained; parameters: Float32Array<ArrayBuffer> } {
  if (work.adapter)
    return {
      trained: { kind: 'adapter', ...work.adapter },
      parameters: Float32Array.from(factors),
    };
  const { weights } = decoder;
  const parameters = new Float32Array(flatLength(weights));
  let at = 0;
  for (const { read } of weights) {
    const floats = read();
    parameters.set(floats, at);
    at += floats.length;
  }
  return { trained: { kind: 'all', weights }, parameters };
}

/** The shape of a work's only micro-batch. */
export const shapeOf = (work: TrainingWork): StepShape => ({
  batch: work.batch,
  length: work.length,
  rows: work.batch * learntOf(work),
});

/** A step's rows as the gradient graph reads them. */
function runOf(loaded: LoadedWork, index: number): Run {
  const { work } = loaded;
  const texts = Array.from({ length: work.batch }, (_, row) => ({
    tokens: Array.from(rowOf(loaded, index, row)),
    learnt: [[work.learntFrom, work.length + 1]] as const,
  }));
  const shape = shapeOf(work);
  return { bucket: 0, feeds: tensors(sftFeeds(texts, shape, shape.rows)) };
}

/** The lab's own training: its graphs of the decoder's file, its steps. */
export function openOurs(files: OursFiles, open: OpenSession): OpenTraining {
  const { work, model, factors } = files;
  const decoder = readDecoder(readModel(model));
  const { trained, parameters } = trainedOf(work, decoder, factors);
  const n = parameters.length;
  const sessions = new GraphSessions(
    {
      decoder: trainingDecoder(decoder),
      file: model,
      beside: () => Promise.resolve([]),
      trained,
      method: { kind: 'sft' },
      update: work.optimizer,
      shapes: [shapeOf(work)],
      recompute: false,
    },
    open,
  );
  const state = { parameters, moment1: new Float32Array(n), moment2: new Float32Array(n) };
  const learner = new Learner(sessions, hostVectors, (turn) => turn(), state);
  const { learningRate, beta1, beta2 } = work.optimizer;
  return {
    step: async (index) => {
      const { loss } = await learner.step([runOf(files, index)], {
        learningRate,
        correction1: 1 - beta1 ** (index + 1),
        correction2: 1 - beta2 ** (index + 1),
      });
      return loss;
    },
    release: () => learner.release(),
  };
}
