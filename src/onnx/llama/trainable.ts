import { floatTensor } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import type { WeightHook } from '../adapters/site.ts';
import type { TrainingDecoder } from '../training/decoder.ts';
import type { LlamaConfig } from './config.ts';
import { llamaHead, llamaHidden } from './forward.ts';
import { parameterSpecs, splitParameters } from './parameters.ts';

/** A decoder of our own as one that the training graphs take; its parameters are constants. */
export function trainableLlama(config: LlamaConfig, parameters: Float32Array): TrainingDecoder {
  const views = splitParameters(config, parameters);
  const specs = parameterSpecs(config);
  const weightsIn = (g: GraphBuilder, hook: WeightHook | undefined): Map<string, Value> =>
    new Map(
      specs.map(({ name, shape }) => {
        const stored = g.once(`weight ${name}`, () =>
          g.constant(name, floatTensor(shape, views.get(name) as Float32Array)),
        );
        return [name, hook ? hook(g, name, stored) : stored];
      }),
    );
  return {
    hidden: (g, ids, { linear, weight }) =>
      llamaHidden(g, config, weightsIn(g, weight), ids, { linear }),
    head: (g, rows, { weight }) => llamaHead(g, config, weightsIn(g, weight), rows),
  };
}
