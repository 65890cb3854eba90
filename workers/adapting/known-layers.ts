import { linearLayers, sitesOf } from '../../src/onnx/adapters/linear-layers.ts';
import { readDecoder } from '../../src/onnx/importing/decoder.ts';
import { readModel } from '../../src/onnx/model/read.ts';
import type { KnownLayers } from './adapter-format.ts';

/** What adapters' files are checked against: a decoder's layers, and its weights where a file replaces them. */
export function knownLayers(file: Uint8Array): KnownLayers {
  const model = readModel(file);
  return {
    sites: sitesOf(linearLayers(model)),
    specs: () => readDecoder(model).weights.map(({ name, shape }) => ({ name, shape })),
  };
}
