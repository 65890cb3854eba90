import { readDecoder, trainingDecoder } from '../../../../src/onnx/importing/decoder.ts';
import { readModel } from '../../../../src/onnx/model/read.ts';
import type { Model } from '../../../../src/onnx/model/types.ts';
import {
  buildGradients,
  buildLogProbs,
  buildLoss,
  buildUpdate,
} from '../../../../src/onnx/training/graphs.ts';
import type { Method } from '../../../../src/onnx/training/method.ts';
import type { Trained } from '../../../../src/onnx/training/trained.ts';
import { optimizer } from '../work/optimizer.ts';

const pairs = 1;
const shape = { batch: 2 * pairs, length: 64, rows: 48 };
const methods: readonly Method[] = [{ kind: 'sft' }, { kind: 'dpo', pairs, beta: 0.1 }];

/** All graphs of imitation and preference over a decoder's file, built one after the other. */
export function* trainingGraphs(file: Uint8Array): Generator<readonly [name: string, Model]> {
  const read = readDecoder(readModel(file));
  const decoder = trainingDecoder(read);
  const trainings: readonly (readonly [string, Trained])[] = [
    ['adapter', { kind: 'adapter', rank: 8, scale: 2, sites: read.sites }],
    ['all weights', { kind: 'all', weights: read.weights }],
  ];
  for (const [what, trained] of trainings) {
    for (const method of methods) {
      yield [`${method.kind}, ${what}: gradients`, buildGradients(decoder, trained, shape, method)];
      yield [`${method.kind}, ${what}: loss`, buildLoss(decoder, trained, shape, method)];
    }
    yield [`${what}: update`, buildUpdate(trained, optimizer)];
  }
  yield ['reference log-probabilities', buildLogProbs(decoder, null, shape)];
}
