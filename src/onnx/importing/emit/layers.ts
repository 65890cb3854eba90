import { float, floatOf, int, intOf } from '../../model/attributes.ts';
import type { Value } from '../../graph/value.ts';
import type { Emission, Emit } from '../emission.ts';

/** Normalization of a sum, which is handed on as well (fourth output). */
const skip =
  (normalize: (call: Emission, sum: Value, epsilon: number) => Value, bias: number): Emit =>
  (call) => {
    const { g } = call;
    const added = g.add(call.value(0), call.value(1));
    const sum = call.has(bias) ? g.add(added, call.value(bias)) : added;
    // onnxruntime, docs/ContribOperators.md: 1e-12 by default
    return [
      normalize(call, sum, floatOf(call.attributes, 'epsilon', 1e-12)),
      undefined,
      undefined,
      sum,
    ];
  };

const lastAxis = (epsilon: number) => ({ axis: int(-1), epsilon: float(epsilon) });

const gelu: Emit = (call) => [
  call.g.op('com.microsoft.Gelu', [call.g.add(call.value(0), call.value(1))]),
];

/** Layers that onnxruntime has as one kernel and that are several here. */
export const layerEmits: Readonly<Record<string, Emit>> = {
  'com.microsoft.SkipSimplifiedLayerNormalization': skip(
    (call, sum, epsilon) =>
      call.g.op('SimplifiedLayerNormalization', [sum, call.value(2)], lastAxis(epsilon)),
    3,
  ),
  'com.microsoft.SkipLayerNormalization': skip(
    (call, sum, epsilon) =>
      call.g.op('LayerNormalization', [sum, call.value(2), call.optional(3)], lastAxis(epsilon)),
    4,
  ),
  'com.microsoft.BiasGelu': gelu,
  // the name that newer operator sets (23) have for it
  RMSNormalization: (call) => [
    call.g.op('SimplifiedLayerNormalization', [call.value(0), call.value(1)], {
      axis: int(intOf(call.attributes, 'axis', -1)),
      epsilon: float(floatOf(call.attributes, 'epsilon', 1e-5)),
    }),
  ],
};
