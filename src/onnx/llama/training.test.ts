import { describe, expect, it } from 'vitest';
import { createGraph, gradients } from '../ops/registry.ts';
import { floats, integers, open, openGraph, type Data } from '../testing/run.ts';
import type { LlamaConfig } from './config.ts';
import { cutParameters, llamaForward } from './forward.ts';
import golden from './fixtures/llama_gradients.json';
import { packingBias } from './packing.ts';
import { parameterCount, parameterSpecs, splitParameters } from './parameters.ts';
import { buildScoring } from './scoring.ts';
import { buildTrainingStep, weightedLoss } from './training.ts';

/** Formulas shared with tools/fixtures/llama_gradients.py. */
const { batch, length, optimizer, rates } = golden;
const count = batch * length;
const indices = Array.from({ length: count }, (_, i) => i);
const inputs = (vocab: number, packed: boolean): Record<string, Data> => ({
  ids: integers(
    [batch, length],
    indices.map((i) => (3 * i * i + i) % vocab),
  ),
  labels: integers(
    [count, 1],
    indices.map((i) => (5 * i + 2) % vocab),
  ),
  weights: floats(
    [count, 1],
    indices.map((i) => (i % 5 === 0 ? 0 : 1 + 0.5 * (i % 3))),
  ),
  ...(packed && {
    segments: integers([batch, length], [0, 0, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 2, 2]),
  }),
});
function goldenParameters(config: LlamaConfig): Float32Array {
  const flat = Float32Array.from(
    { length: parameterCount(config) },
    (_, i) => 0.5 * Math.sin(1 + 0.37 * i),
  );
  const views = splitParameters(config, flat);
  for (const { name, shape } of parameterSpecs(config)) {
    const view = views.get(name);
    if (shape.length === 1) view?.forEach((value, i) => (view[i] = value + 1));
  }
  return flat;
}

/** Largest difference, as a part of the largest golden value. */
function distance(got: Data | undefined, expected: readonly number[]): number {
  if (got?.values.length !== expected.length) return Infinity;
  const top = Math.max(...expected.map(Math.abs));
  return Math.max(...expected.map((value, i) => Math.abs(value - (got.values[i] as number)))) / top;
}

describe.each(golden.cases)(
  'Llama, tied $tiedHead, packed $packed, against PyTorch',
  { timeout: 60_000 },
  (expected) => {
    const { tiedHead, packed, steps } = expected;
    const config: LlamaConfig = { ...golden.config, tiedHead };
    const n = parameterCount(config);
    const parameters = goldenParameters(config);
    const feeds = inputs(config.vocabSize, packed);
    const vector = (values: ArrayLike<number>) => floats([n], values);

    it('has the loss and the gradient of every parameter', async () => {
      const g = createGraph();
      const ids = g.input('ids', 'int64', [batch, length]);
      const labels = g.input('labels', 'int64', [count, 1]);
      const weights = g.input('weights', 'float32', [count, 1]);
      const attentionBias = packed ? packingBias(g, batch, length) : undefined;
      const pieces = cutParameters(g, config, g.input('parameters', 'float32', [n]));
      const logits = llamaForward(g, config, pieces, ids, { attentionBias });
      const loss = weightedLoss(g, logits, labels, weights);
      const names = [...pieces.keys()];
      gradients(g, loss, [...pieces.values()]).forEach((d, i) => g.output(`d ${names[i]}`, d));
      g.output('loss', loss);
      const run = await openGraph(g);
      const got = await run({ ...feeds, parameters: vector(parameters) });
      expect(got.loss?.values[0]).toBeCloseTo(steps[0]?.loss ?? NaN, 5);
      const wanted = splitParameters(config, Float32Array.from(steps[0]?.gradient ?? []));
      for (const [name, values] of wanted)
        expect(distance(got[`d ${name}`], [...values]), name).toBeLessThan(2e-5);
    });

    it('scores every label', async () => {
      const run = await open(buildScoring(config, { batch, length, packed }).bytes);
      const scored = Object.fromEntries(
        Object.entries(feeds).filter(([name]) => name !== 'weights'),
      );
      const { logProbs } = await run({ ...scored, parameters: vector(parameters) });
      expect(logProbs?.shape).toEqual([count]);
      expect(distance(logProbs, steps[0]?.logProbs ?? [])).toBeLessThan(1e-5);
    });

    it('takes the same two optimizer steps', async () => {
      const built = buildTrainingStep(config, { batch, length, packed, ...optimizer });
      expect(built.parameterCount).toBe(n);
      const run = await open(built.bytes);
      let state = [parameters, new Float32Array(n), new Float32Array(n)] as ArrayLike<number>[];
      for (const [i, rate] of rates.entries()) {
        const [p, m, v] = state.map(vector) as [Data, Data, Data];
        const correction = (beta: number) => floats([], [1 - beta ** (i + 1)]);
        const got = await run({
          ...feeds,
          parameters: p,
          moment1: m,
          moment2: v,
          learningRate: floats([], [rate]),
          correction1: correction(optimizer.beta1),
          correction2: correction(optimizer.beta2),
        });
        expect(got.loss?.values[0]).toBeCloseTo(steps[i]?.loss ?? NaN, 4);
        expect(got.gradientNorm?.values[0]).toBeCloseTo(steps[i]?.gradientNorm ?? NaN, 3);
        state = ['nextParameters', 'nextMoment1', 'nextMoment2'].map(
          (name) => got[name]?.values ?? [],
        );
      }
      expect(distance(vector(state[0] ?? []), steps[1]?.nextParameters ?? [])).toBeLessThan(1e-5);
    });
  },
);
