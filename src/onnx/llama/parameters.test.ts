import { describe, expect, it } from 'vitest';
import type { LlamaConfig } from './config.ts';
import {
  initialParameters,
  parameterCount,
  parameterSpecs,
  splitParameters,
} from './parameters.ts';

const config: LlamaConfig = {
  vocabSize: 100,
  hiddenSize: 32,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 48,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: false,
  contextLength: 64,
};

describe('parameterSpecs', () => {
  it('names every tensor of LlamaForCausalLM once, in order', () => {
    const specs = parameterSpecs(config);
    expect(specs.slice(0, 3)).toEqual([
      { name: 'model.embed_tokens.weight', shape: [100, 32] },
      { name: 'model.layers.0.input_layernorm.weight', shape: [32] },
      { name: 'model.layers.0.self_attn.q_proj.weight', shape: [32, 32] },
    ]);
    expect(specs.slice(-2)).toEqual([
      { name: 'model.norm.weight', shape: [32] },
      { name: 'lm_head.weight', shape: [32, 100] },
    ]);
    expect(new Set(specs.map(({ name }) => name)).size).toBe(1 + 2 * 9 + 2);
    expect(parameterCount({ ...config, tiedHead: true })).toBe(parameterCount(config) - 3200);
  });

  it.each([
    [{ heads: 5 }, /heads \(5\) must divide hiddenSize \(32\)/],
    [{ kvHeads: 3 }, /kvHeads \(3\) must divide heads \(4\)/],
    [{ heads: 32, kvHeads: 1 }, /even head size/],
    [{ layers: 0 }, /layers must be a positive integer, not 0/],
    [{ ropeTheta: NaN }, /ropeTheta must be a positive number/],
  ])('refuses %j', (change, message) => {
    expect(() => parameterSpecs({ ...config, ...change })).toThrow(message);
  });
});

describe('initialParameters', () => {
  it('is decided by the seed', () => {
    const first = initialParameters(config, 7);
    expect(initialParameters(config, 7)).toEqual(first);
    expect(initialParameters(config, 8)).not.toEqual(first);
    // golden: the same model tomorrow
    expect([...first.slice(0, 3)].map((value) => value.toFixed(7))).toEqual([
      '-0.0022876',
      '-0.0057509',
      '-0.0273717',
    ]);
  });

  it('is normal with deviation 0.02, smaller into the residual stream, 1 in norms', () => {
    const views = splitParameters(config, initialParameters(config, 3));
    const deviation = (name: string) => {
      const values = views.get(name) as Float32Array;
      return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
    };
    expect(deviation('model.embed_tokens.weight')).toBeCloseTo(0.02, 3);
    expect(deviation('model.layers.1.mlp.down_proj.weight')).toBeCloseTo(0.01, 3);
    expect(views.get('model.norm.weight')?.every((value) => value === 1)).toBe(true);
  });

  it('cuts the vector without gaps or overlaps', () => {
    const flat = Float32Array.from({ length: parameterCount(config) }, (_, i) => i);
    const joined = [...splitParameters(config, flat).values()].flatMap((view) => [...view]);
    expect(joined).toEqual([...flat]);
  });
});
