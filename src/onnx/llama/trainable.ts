import { floatTensor } from '../model/tensor.ts';
import type { TrainingDecoder } from '../training/decoder.ts';
import type { LlamaConfig } from './config.ts';
import { llamaHead, llamaHidden } from './forward.ts';
import { parameterSpecs, splitParameters } from './parameters.ts';

/** A decoder of our own as one that the training graphs take; its parameters are constants. */
export function trainableLlama(config: LlamaConfig, parameters: Float32Array): TrainingDecoder {
  const views = splitParameters(config, parameters);
  const specs = parameterSpecs(config);
  return (g, ids, { linear, weight }) => {
    const weights = new Map(
      specs.map(({ name, shape }) => {
        const stored = g.constant(name, floatTensor(shape, views.get(name) as Float32Array));
        return [name, weight ? weight(g, name, stored) : stored];
      }),
    );
    return {
      hidden: llamaHidden(g, config, weights, ids, { linear }),
      head: (rows) => llamaHead(g, config, weights, rows),
    };
  };
}
