import type { GraphBuilder } from '../graph/builder.ts';
import { flattened, joinFlat, sizeOf, type ParameterSpec } from '../graph/flat.ts';
import type { Value } from '../graph/value.ts';
import { adamw, type AdamWSettings } from '../optimizer/adamw.ts';
import { clipByNorm } from '../optimizer/clip.ts';
import { decayMask } from '../optimizer/decay-mask.ts';
import type { NextState, OptimizerInputs } from '../optimizer/state.ts';
import { muon, type MuonSettings } from '../optimizer/muon.ts';
import type { LlamaConfig } from './config.ts';
import { parameterSpecs } from './parameters.ts';

export interface UpdateSettings extends AdamWSettings {
  /** Gradients longer than this are scaled down to it; 0 switches clipping off. */
  clipNorm: number;
  /** Muon for the matrices of the layers; without it AdamW for everything. */
  muon?: MuonSettings | undefined;
}

interface UpdateInputs extends OptimizerInputs {
  /** Cut from the flat parameters, in their order. */
  pieces: ReadonlyMap<string, Value>;
  /** One per parameter, of its shape. */
  gradients: readonly Value[];
}

/** One parameter with all that its update reads. */
interface Entry {
  spec: ParameterSpec;
  parameter: Value;
  gradient: Value;
  moment1: Value;
  moment2: Value;
}

/** Muon is for matrices between hidden states: not for the embedding, the head and the norms. */
const isHidden = ({ name, shape }: ParameterSpec): boolean =>
  shape.length === 2 && name.startsWith('model.layers.');

/** AdamW on several parameters as one vector, so that few passes are made; results by parameter. */
function adamwTogether(
  g: GraphBuilder,
  entries: readonly Entry[],
  rates: Pick<UpdateInputs, 'learningRate' | 'correction1' | 'correction2'>,
  gradientScale: Value | undefined,
  settings: UpdateSettings,
): Map<string, NextState> {
  const joined = (part: (entry: Entry) => Value): Value => joinFlat(g, entries.map(part));
  const next = adamw(
    g,
    {
      parameters: joined((entry) => entry.parameter),
      gradient: joined((entry) => entry.gradient),
      moment1: joined((entry) => entry.moment1),
      moment2: joined((entry) => entry.moment2),
      ...rates,
      ...(gradientScale && { gradientScale }),
      decayed: decayMask(
        g,
        entries.map(({ spec }) => spec),
      ),
    },
    settings,
  );
  let end = 0;
  return new Map(
    entries.map(({ spec }) => {
      const start = end;
      end += sizeOf(spec);
      const cut = (vector: Value): Value => g.slice(vector, 0, start, end);
      const { parameters, moment1, moment2 } = next;
      return [
        spec.name,
        { parameters: cut(parameters), moment1: cut(moment1), moment2: cut(moment2) },
      ];
    }),
  );
}

/**
 * The optimizer's part of a training step: clips by the global norm, then moves every parameter.
 * Returns the gradient's norm before clipping and the next flat vectors [n].
 */
export function update(
  g: GraphBuilder,
  config: LlamaConfig,
  inputs: UpdateInputs,
  settings: UpdateSettings,
): { norm: Value; next: NextState } {
  const { learningRate, correction1, correction2 } = inputs;
  const specs = parameterSpecs(config);
  const gradient = joinFlat(g, inputs.gradients);
  const { norm, factor } = clipByNorm(g, gradient, settings.clipNorm);
  const rates = { learningRate, correction1, correction2 };
  if (!settings.muon) {
    const { parameters, moment1, moment2 } = inputs;
    const decayed = decayMask(g, specs);
    const state = { parameters, gradient, moment1, moment2, ...rates, decayed };
    return {
      norm,
      next: adamw(g, { ...state, ...(factor && { gradientScale: factor }) }, settings),
    };
  }
  let end = 0;
  const entries = specs.map((spec, i): Entry => {
    const start = end;
    end += sizeOf(spec);
    const cut = (vector: Value): Value => g.slice(vector, 0, start, end);
    return {
      spec,
      parameter: inputs.pieces.get(spec.name) as Value,
      gradient: inputs.gradients[i] as Value,
      moment1: cut(inputs.moment1),
      moment2: cut(inputs.moment2),
    };
  });
  const others = entries.filter(({ spec }) => !isHidden(spec));
  const moved = adamwTogether(g, others, rates, factor, settings);
  for (const entry of entries) {
    if (!isHidden(entry.spec)) continue;
    const { spec, parameter } = entry;
    const moment = g.reshape(entry.moment1, spec.shape);
    const clipped = factor ? g.mul(entry.gradient, factor) : entry.gradient;
    const state = { parameter, gradient: clipped, moment, learningRate };
    const stepped = muon(g, state, settings.muon);
    moved.set(spec.name, {
      parameters: flattened(g, stepped.parameter),
      moment1: flattened(g, stepped.moment),
      moment2: g.filled([sizeOf(spec)], 0),
    });
  }
  const joined = (part: keyof NextState): Value =>
    g.concat(
      specs.map(({ name }) => (moved.get(name) as NextState)[part]),
      0,
    );
  return {
    norm,
    next: {
      parameters: joined('parameters'),
      moment1: joined('moment1'),
      moment2: joined('moment2'),
    },
  };
}
