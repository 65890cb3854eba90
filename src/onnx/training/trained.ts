import { factorHook, factorSpecs, type AdapterShape } from '../adapters/factors.ts';
import type { Hooks } from '../importing/hooks.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import { cutFlat, flatLength, type ParameterSpec } from '../graph/flat.ts';
import type { Value } from '../graph/value.ts';

/** Which numbers move: factors beside some layers, or the decoder's own weights. */
export type Trained =
  | ({ readonly kind: 'adapter' } & AdapterShape)
  | { readonly kind: 'all'; readonly weights: readonly ParameterSpec[] };

/** How the flat vector holds what is trained. */
export const trainedSpecs = (trained: Trained): readonly ParameterSpec[] =>
  trained.kind === 'adapter' ? factorSpecs(trained) : trained.weights;

/** n, the length of the flat vectors of parameters, gradients and moments. */
export const trainedLength = (trained: Trained): number => flatLength(trainedSpecs(trained));

/** What is trained, in a graph: its tensors, and how a decoder takes them up. */
export interface TrainedValues {
  readonly hooks: Hooks;
  /** In the flat vector's order. */
  readonly tensors: ReadonlyMap<string, Value>;
  /** Names that no layer of the decoder has asked for. */
  unused(): string[];
}

/** Cuts the flat vector [n] and makes the hooks that put its parts where they belong. */
export function trainedValues(g: GraphBuilder, flat: Value, trained: Trained): TrainedValues {
  const tensors = cutFlat(g, flat, trainedSpecs(trained));
  const used = new Set<string>();
  const taken = {
    get(name: string) {
      used.add(name);
      return tensors.get(name);
    },
  };
  return {
    hooks:
      trained.kind === 'adapter'
        ? { linear: factorHook(taken, trained) }
        : { weight: (_, name, value) => taken.get(name) ?? value },
    tensors,
    unused: () => [...tensors.keys()].filter((name) => !used.has(name)),
  };
}
