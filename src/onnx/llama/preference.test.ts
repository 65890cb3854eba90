import { describe, expect, it, vi } from 'vitest';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import type { GraphBuilder } from '../graph/builder.ts';
import type { Value } from '../graph/value.ts';
import { createGraph, gradients } from '../ops/registry.ts';
import { draws } from '../testing/draws.ts';
import { checkGradients } from '../testing/gradient-check.ts';
import { floats, full, integers, open, openGraph } from '../testing/run.ts';
import type { LlamaConfig } from './config.ts';
import golden from './fixtures/preference_gradients.json';
import { initialParameters } from './parameters.ts';
import type { PreferenceValues } from '../training/losses.ts';
import { buildPreferenceStep, preferenceLoss } from './preference.ts';
import { buildScoring } from './scoring.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 60_000 });

const { pairs, length, vocabulary, present } = golden;
const rows = 2 * pairs;
const count = rows * length;
const numbers = (size: number, at: (i: number) => number) =>
  Float32Array.from({ length: size }, (_, i) => at(i));

/** Formulas shared with tools/fixtures/preference_gradients.py. */
const labels = Array.from({ length: count }, (_, i) => (5 * i + 2) % vocabulary);
const weights = numbers(count, (i) => {
  const [row, at] = [Math.floor(i / length), i % length];
  return at >= row % 3 && at < length - 1 ? 1 : 0;
});
const reference = numbers(rows, (row) => -5 + 6 * Math.sin(2 * row));

/** The loss over logits, everything else constant. */
const lossOf = (g: GraphBuilder, logits: Value, beta: number): PreferenceValues =>
  preferenceLoss(
    g,
    {
      logits,
      labels: g.constant('labels', int64Tensor([count, 1], labels)),
      weights: g.constant('weights', floatTensor([count, 1], weights)),
      reference: g.constant('reference', floatTensor([rows], reference)),
      present: g.constant('present', floatTensor([pairs], Float32Array.from(present))),
    },
    { pairs, length, beta },
  );

describe('preferenceLoss', () => {
  it.each(golden.cases)('has the value and gradient of PyTorch, beta $beta', async (expected) => {
    const g = createGraph();
    const logits = g.input('logits', 'float32', [count, vocabulary]);
    const { loss, margin, accuracy } = lossOf(g, logits, expected.beta);
    const [gradient] = gradients(g, loss, [logits]) as [Value];
    for (const [name, value] of Object.entries({ loss, margin, accuracy, gradient }))
      g.output(name, value);
    const run = await openGraph(g);
    const values = numbers(count * vocabulary, (i) => 2 * Math.sin(1 + 0.61 * i));
    const got = await run({ logits: floats([count, vocabulary], values) });
    for (const name of ['loss', 'margin', 'accuracy'] as const)
      expect(got[name]?.values[0], name).toBeCloseTo(expected[name], 5);
    const top = Math.max(...expected.gradient.map(Math.abs));
    for (const [i, wanted] of expected.gradient.entries()) {
      const error = Math.abs((got['gradient']?.values[i] ?? NaN) - wanted);
      expect(error, `logit ${i}`).toBeLessThan(1e-5 * top);
    }
  });

  it('has the gradient that finite differences have', () =>
    checkGradients({
      shapes: [[count, vocabulary]],
      seed: 5,
      build: (g, logits) => lossOf(g, logits, 0.7).loss,
    }));
});

describe('buildPreferenceStep', () => {
  const config: LlamaConfig = {
    vocabSize: 11,
    hiddenSize: 8,
    layers: 2,
    heads: 4,
    kvHeads: 2,
    intermediateSize: 12,
    normEpsilon: 1e-5,
    ropeTheta: 10000,
    tiedHead: true,
    contextLength: 32,
  };
  // Larger than a fresh model's, so that differences stand out of the rounding.
  const parameters = initialParameters(config, 2).map((p) => (p === 1 ? 1 : 10 * p));
  const n = parameters.length;
  const [beta, beta1] = [0.5, 0.9];
  const random = draws(4);
  const tokens = {
    ids: integers(
      [rows, length],
      numbers(count, () => random.integer(config.vocabSize)),
    ),
    labels: integers(
      [count, 1],
      numbers(count, () => random.integer(config.vocabSize)),
    ),
  };
  const weighted = floats([count, 1], weights);

  /** Runs one step from `at`; the moments begin at zero. */
  const stepFrom = async (given: ArrayLike<number>) => {
    const settings = { clipNorm: 0, weightDecay: 0, beta1, beta2: 0.99, epsilon: 1e-8 };
    const built = buildPreferenceStep(config, { pairs, length, beta, ...settings });
    expect(built.parameterCount).toBe(n);
    const run = await open(built.bytes);
    return (at: Float32Array) =>
      run({
        ...tokens,
        weights: weighted,
        reference: floats([rows], given),
        present: floats([pairs], present),
        parameters: floats([n], at),
        moment1: floats([n], full([n], 0)),
        moment2: floats([n], full([n], 0)),
        learningRate: floats([], [0.01]),
        correction1: floats([], [1 - beta1]),
        correction2: floats([], [0.01]),
      });
  };

  it('begins at log 2 when the reference is the model itself', async () => {
    const score = await open(buildScoring(config, { batch: rows, length }).bytes);
    const { logProbs } = await score({ ...tokens, parameters: floats([n], parameters) });
    const own = numbers(rows, (row) =>
      weights
        .subarray(row * length, (row + 1) * length)
        .reduce((sum, w, t) => sum + w * (logProbs?.values[row * length + t] ?? NaN), 0),
    );
    const step = await stepFrom(own);
    const before = await step(parameters);
    expect(before['loss']?.values[0]).toBeCloseTo(Math.LN2, 5);
    expect(before['margin']?.values[0]).toBeCloseTo(0, 5);
    const moved = Float32Array.from(before['nextParameters']?.values ?? []);
    const after = await step(moved);
    expect(after['loss']?.values[0]).toBeLessThan(Math.LN2);
    expect(after['margin']?.values[0]).toBeGreaterThan(0);
    expect(after['accuracy']?.values[0]).toBe(1);
  });

  it('moves along the gradient that finite differences have', async () => {
    const step = await stepFrom(reference);
    const got = await step(parameters);
    // After one step from zero the first moment is (1 - beta1) times the gradient.
    const gradient = numbers(n, (i) => (got['nextMoment1']?.values[i] ?? NaN) / (1 - beta1));
    expect(got['gradientNorm']?.values[0]).toBeCloseTo(Math.hypot(...gradient), 4);
    for (let trial = 0; trial < 5; trial++) {
      const direction = random.vector(n);
      const h = 1 / 512;
      const loss = async (side: number) => {
        const at = parameters.map((p, i) => p + side * h * (direction[i] as number));
        return (await step(at))['loss']?.values[0] ?? NaN;
      };
      const numeric = ((await loss(1)) - (await loss(-1))) / (2 * h);
      const along = gradient.reduce((sum, d, i) => sum + d * (direction[i] as number), 0);
      expect(Math.abs(numeric - along)).toBeLessThan(5e-3 * (1 + Math.abs(numeric)));
    }
  });
});
