import { headSize } from '../../../../src/onnx/llama/config.ts';
import { parameterSpecs } from '../../../../src/onnx/llama/parameters.ts';
import { sizeOf } from '../../../../src/onnx/graph/flat.ts';
import { learntOf, tokensOf, type TrainingWork } from './work.ts';

/**
 * Multiplications and additions of a step's matrix products, two to a weight and token: forward once,
 * backward once for what is read and once for the weights that move. Attention counts the half that
 * causality leaves; the head only the learnt rows. The same number for every contestant, whatever it does.
 */
export function flopsOf(work: TrainingWork): number {
  const { config, batch, length, adapter } = work;
  const tokens = tokensOf(work);
  const matrices = parameterSpecs(config)
    .filter(({ name, shape }) => shape.length === 2 && name.includes('_proj'))
    .reduce((sum, spec) => sum + sizeOf(spec), 0);
  const width = config.heads * headSize(config);
  const attention = config.layers * batch * length * (length + 1) * width;
  const head = batch * learntOf(work) * config.vocabSize * config.hiddenSize;
  const linear = 2 * (tokens * matrices + head);
  if (!adapter) return 3 * (linear + 2 * attention);
  const factors = adapter.sites.reduce(
    (sum, { rows, columns }) => sum + adapter.rank * (rows + columns),
    0,
  );
  return 2 * linear + 3 * (2 * attention + 2 * tokens * factors);
}
