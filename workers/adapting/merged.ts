import { Problem } from '../../src/domain/problem.ts';
import { linearLayers } from '../../src/onnx/adapters/linear-layers.ts';
import { mergeAdapter, replaceWeights } from '../../src/onnx/adapters/merge.ts';
import { splitFlat } from '../../src/onnx/graph/flat.ts';
import { readDecoder } from '../../src/onnx/importing/decoder.ts';
import { readModel } from '../../src/onnx/model/read.ts';
import { writeModel } from '../../src/onnx/model/write.ts';
import type { Calls } from '../protocol.ts';
import type { OtherWeights } from './adapter-format.ts';

/**
 * A decoder's file with other weights worked into it.
 * @param layers what becomes of those in few bits
 * @throws Problem 'bad-input' where that cannot be
 */
export function merged(
  file: Uint8Array,
  weights: OtherWeights,
  layers: Calls['mergeAdapter']['input']['layers'],
): Uint8Array<ArrayBuffer> {
  const options = { quantized: layers === 'fp32' ? 'float' : 'q4' } as const;
  try {
    const model = readModel(file);
    const changed =
      weights.kind === 'all'
        ? replaceWeights(model, splitFlat(readDecoder(model).weights, weights.values), options)
        : mergeAdapter(model, linearLayers(model), weights.shape, weights.values, options);
    return Uint8Array.from(writeModel(changed));
  } catch (thrown) {
    throw new Problem(
      {
        code: 'bad-input',
        message: `The adapter could not be merged into this model: ${thrown instanceof Error ? thrown.message : thrown}.`,
        remedy: 'Export the adapter by itself instead; PEFT can merge it.',
      },
      { cause: thrown },
    );
  }
}
