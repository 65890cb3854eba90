import { floatOf, int, intOf } from '../model/attributes.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { OpTable } from '../graph/rule.ts';
import { axisOf, dimOf } from '../graph/shapes.ts';
import type { ShapeCall, Value, ValueType } from '../graph/value.ts';

/** Only the last axis: that is all that decoders use. */
function rowStatistics({ input, attributes }: ShapeCall): ValueType {
  const { shape } = input(0);
  if (axisOf(intOf(attributes, 'axis', -1), shape.length) !== shape.length - 1)
    throw new Error('only the last axis can be normalized');
  return { dtype: 'float32', shape: [...shape.slice(0, -1), 1] };
}

/** Sum over all axes but the last: [..., d] -> [d]. */
const overRows = (g: GraphBuilder, x: Value): Value =>
  g.reshape(
    g.sum(
      x,
      x.shape.slice(0, -1).map((_, i) => i),
    ),
    [dimOf(x.shape, -1)],
  );

const rowMean = (g: GraphBuilder, x: Value): Value => g.mean(x, [-1], true);

/** 1 / sqrt(mean(x^2) + epsilon) per row: [..., d] -> [..., 1]. */
function inverseDeviation(g: GraphBuilder, x: Value, epsilon: number): Value {
  const squares = g.op('ReduceSumSquare', [x, g.integerVector([-1])], { keepdims: int(1) });
  const mean = g.scale(squares, 1 / dimOf(x.shape, -1));
  return g.op('Reciprocal', [g.op('Sqrt', [g.add(mean, g.scalar(epsilon))])]);
}

/**
 * Normalization by the runtime's fused kernels. The gradients work out the rows' statistics again,
 * one cheap pass: the kernels offer them as further outputs, but on WebGPU (onnxruntime-web 1.30)
 * these come back unwritten, without an error.
 */
export const normalizationOps: OpTable = {
  // RMSNorm: x / rms(x) * weight; the second, optional output is 1 / rms per row
  SimplifiedLayerNormalization: {
    shape: (call) => [call.input(0), rowStatistics(call)],
    // With u = x / rms and s = dy weight: dx = (s - u mean(s u)) / rms, dweight = sum(dy u)
    vjp: ({ g, attributes, input, dy, wants }) => {
      const [x, weight] = [input(0), input(1)];
      const inverse = inverseDeviation(g, x, floatOf(attributes, 'epsilon', 1e-5));
      const unit = g.mul(x, inverse);
      const dx = () => {
        const s = g.mul(dy, weight);
        return g.mul(g.sub(s, g.mul(unit, rowMean(g, g.mul(s, unit)))), inverse);
      };
      return [wants(0) ? dx() : undefined, wants(1) ? overRows(g, g.mul(dy, unit)) : undefined];
    },
  },
  // (x - mean) / deviation * scale + bias; further outputs are mean and 1 / deviation per row
  LayerNormalization: {
    shape: (call) => [call.input(0), rowStatistics(call), rowStatistics(call)],
    // as above, with the mean of s taken out as well
    vjp: ({ g, attributes, input, inputs, dy, wants }) => {
      const [x, scale] = [input(0), input(1)];
      const centred = g.sub(x, rowMean(g, x));
      const inverse = inverseDeviation(g, centred, floatOf(attributes, 'epsilon', 1e-5));
      const unit = g.mul(centred, inverse);
      const dx = () => {
        const s = g.mul(dy, scale);
        const along = g.mul(unit, rowMean(g, g.mul(s, unit)));
        return g.mul(g.sub(g.sub(s, rowMean(g, s)), along), inverse);
      };
      return [
        wants(0) ? dx() : undefined,
        wants(1) ? overRows(g, g.mul(dy, unit)) : undefined,
        inputs[2] && wants(2) ? overRows(g, dy) : undefined,
      ];
    },
  },
};
