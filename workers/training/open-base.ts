import { flatLength } from '../../src/onnx/graph/flat.ts';
import type { TrainableWeight } from '../../src/onnx/importing/hooks.ts';
import { readDecoder, trainingDecoder } from '../../src/onnx/importing/decoder.ts';
import { readModel } from '../../src/onnx/model/read.ts';
import { bytesOf, filesOf, type DecoderFiles } from '../runtime/sessions.ts';
import type { TrainingBase } from './base.ts';
import { notTrainable } from './problems.ts';

/** What is known of a model beside its files. */
export type BaseFacts = Pick<TrainingBase, 'fingerprint' | 'contextLength' | 'vocabularySize'>;

/**
 * Reads a decoder's files for training.
 * @throws Problem 'bad-input' where the lab cannot differentiate it
 */
export async function openBase(
  { graph, weights }: DecoderFiles,
  facts: BaseFacts,
): Promise<TrainingBase> {
  const file = await bytesOf(graph);
  try {
    const decoder = readDecoder(readModel(file));
    return {
      ...facts,
      decoder: trainingDecoder(decoder),
      sites: decoder.sites,
      weights: () => wholeOf(decoder.weights),
      file,
      beside: () => filesOf(weights),
      size: weights.reduce((sum, { blob }) => sum + blob.size, file.length),
    };
  } catch (thrown) {
    throw notTrainable(thrown);
  }
}

/** All weights in one vector, in the order in which the graph reads them. */
export function wholeOf(weights: readonly TrainableWeight[]): ReturnType<TrainingBase['weights']> {
  const specs = weights.map(({ name, shape }) => ({ name, shape }));
  const values = new Float32Array(flatLength(specs));
  let at = 0;
  for (const { read } of weights) {
    const part = read();
    values.set(part, at);
    at += part.length;
  }
  return { specs, values };
}
