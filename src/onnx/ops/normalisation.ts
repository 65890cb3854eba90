import type { OpTable } from '../graph/rule.ts';
import type { ShapeRule } from '../graph/value.ts';

/** Output like x; the second, optional one is 1 / rms per row. */
const rmsShape: ShapeRule = ({ input }) => [
  input(0),
  { dtype: 'float32', shape: [...input(0).shape.slice(0, -1), 1] },
];

/** Normalisation kernels of the runtime; composites/rms-norm.ts differentiates around them. */
export const normalisationOps: OpTable = {
  SimplifiedLayerNormalization: { shape: rmsShape },
};
