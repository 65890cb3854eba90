import { int } from '../model/attributes.ts';
import { floatTensor, halfTensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';

/** Writes the embedding [V, d]; returns its name, in fp32. */
type EmbeddingWriter = (
  w: NodeWriter,
  shape: readonly [number, number],
  weights: Float32Array,
) => string;

const name = 'model.embed_tokens.weight';

export const fullEmbedding: EmbeddingWriter = (w, shape, weights) =>
  w.constant(name, floatTensor(shape, weights));

/** Half the bytes in the file; the runtime widens it once, when the model is loaded. */
export const halfEmbedding: EmbeddingWriter = (w, shape, weights) => {
  const stored = w.constant(name, halfTensor(shape, weights));
  return w.node('/model/embed_tokens/Cast', 'Cast', [stored], { to: int(1) });
};
