import { describe, expect, it, vi } from 'vitest';
import { initialFactors } from '../adapters/factors.ts';
import type { LlamaConfig } from '../llama/config.ts';
import { initialParameters, parameterSpecs } from '../llama/parameters.ts';
import { trainableLlama } from '../llama/trainable.ts';
import { writeModel } from '../model/write.ts';
import { draws } from '../testing/draws.ts';
import { floats, full, open, type Data } from '../testing/run.ts';
import { toData } from '../testing/training-data.ts';
import {
  dpoFeeds,
  learntCount,
  logProbFeeds,
  sftFeeds,
  withoutPlaces,
  type Feeds,
  type LearntText,
} from './feeds.ts';
import { buildGradients, buildLogProbs, buildLoss, buildUpdate } from './graphs.ts';
import type { Method } from './method.ts';
import type { StepShape } from './learnt-rows.ts';
import { trainedLength, type Trained } from './trained.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 60_000 });

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
const weights = initialParameters(config, 2).map((p) => (p === 1 ? 1 : 10 * p));
const decoder = trainableLlama(config, weights);
const random = draws(4);
const tokens = (length: number) => Array.from({ length }, () => random.integer(config.vocabSize));
const text = (length: number, ...learnt: [number, number][]): LearntText => ({
  tokens: tokens(length),
  learnt,
});
const texts = [text(7, [3, 7]), text(5, [1, 2], [4, 5]), text(8, [6, 8]), text(2, [1, 2])];
const learnt = texts.reduce((sum, one) => sum + learntCount(one), 0);

const adapter: Trained = {
  kind: 'adapter',
  rank: 3,
  scale: 1.5,
  sites: [0, 1].flatMap((layer) => [
    { name: `model.layers.${layer}.self_attn.q_proj`, rows: 8, columns: 8 },
    { name: `model.layers.${layer}.self_attn.v_proj`, rows: 8, columns: 4 },
    { name: `model.layers.${layer}.mlp.down_proj`, rows: 12, columns: 8 },
  ]),
};
const all: Trained = { kind: 'all', weights: parameterSpecs(config) };
const trainings = [
  ['an adapter', adapter, random.vector(trainedLength(adapter), 0.5)],
  ['all weights', all, weights],
] as const;

const whole: StepShape = { batch: 4, length: 8, rows: 12 };
const pair = (i: number, j: number, reference: { chosen: number; rejected: number }) => ({
  chosen: texts[i] as LearntText,
  rejected: texts[j] as LearntText,
  reference,
});
const pairs = [
  pair(0, 1, { chosen: -9, rejected: -3.5 }),
  pair(2, 3, { chosen: -4, rejected: -2.5 }),
];
const dpo: Method = { kind: 'dpo', pairs: 2, beta: 0.4 };
const methods = [
  ['sft', { kind: 'sft' }, sftFeeds(texts, whole, learnt)],
  ['dpo', dpo, dpoFeeds(pairs, whole, pairs.length)],
] as const satisfies readonly (readonly [string, Method, Feeds])[];

const valuesOf = (data: Data | undefined): Float32Array => Float32Array.from(data?.values ?? []);
const largest = (values: Float32Array) => Math.max(...values.map(Math.abs));
function expectClose(got: Float32Array, wanted: Float32Array, tolerance: number): void {
  expect(got.length).toBe(wanted.length);
  expect(largest(got.map((value, i) => value - (wanted[i] as number)))).toBeLessThan(
    tolerance * largest(wanted),
  );
}

/** Runs a gradient graph on one micro-batch. */
async function gradientsOf(
  trained: Trained,
  shape: StepShape,
  method: Method,
  options: { lossScale?: number } = {},
) {
  const { lossScale } = options;
  const model = buildGradients(decoder, trained, shape, method, {
    lossScale: lossScale !== undefined,
  });
  const run = await open(writeModel(model));
  const n = trainedLength(trained);
  return async (feeds: Feeds, parameters: Float32Array, before = full([n], 0)) => {
    const got = await run({
      ...toData(feeds),
      parameters: floats([n], parameters),
      gradient: floats([n], before),
      ...(lossScale !== undefined && { lossScale: floats([], [lossScale]) }),
    });
    return { loss: got['loss']?.values[0] ?? NaN, gradient: valuesOf(got['nextGradient']) };
  };
}

describe.each(trainings)('%s', (_, trained, parameters) => {
  describe.each(methods)('%s', (_, method, feeds) => {
    it('has the gradient that finite differences of its loss have', async () => {
      const { gradient, loss } = await (
        await gradientsOf(trained, whole, method)
      )(feeds, parameters);
      const n = parameters.length;
      const run = await open(writeModel(buildLoss(decoder, trained, whole, method)));
      const lossAt = async (at: Float32Array) =>
        (await run({ ...toData(withoutPlaces(feeds)), parameters: floats([n], at) }))['loss']
          ?.values[0] ?? NaN;
      expect(await lossAt(parameters)).toBeCloseTo(loss, 5);
      for (let trial = 0; trial < 5; trial++) {
        const direction = random.vector(n);
        const h = 1 / 512;
        const moved = (side: number) =>
          lossAt(parameters.map((p, i) => p + side * h * (direction[i] as number)));
        const numeric = ((await moved(1)) - (await moved(-1))) / (2 * h);
        const along = gradient.reduce((sum, d, i) => sum + d * (direction[i] as number), 0);
        expect(Math.abs(numeric - along)).toBeLessThan(5e-3 * (1 + Math.abs(numeric)));
      }
    });

    it('is the same in chunks of logits', async () => {
      const plain = await (await gradientsOf(trained, whole, method))(feeds, parameters);
      const chunked = { ...whole, chunk: 5 };
      const inChunks =
        method.kind === 'sft'
          ? sftFeeds(texts, chunked, learnt)
          : dpoFeeds(pairs, chunked, pairs.length);
      expect(Object.keys(inChunks)).toContain('labels.2');
      const got = await (await gradientsOf(trained, chunked, method))(inChunks, parameters);
      expect(got.loss).toBeCloseTo(plain.loss, 5);
      expectClose(got.gradient, plain.gradient, 1e-5);
    });

    it('adds up over micro-batches to the whole batch', async () => {
      const plain = await (await gradientsOf(trained, whole, method))(feeds, parameters);
      const small: StepShape = { batch: 2, length: 8, rows: 9 };
      const run = await gradientsOf(
        trained,
        small,
        method.kind === 'dpo' ? { ...method, pairs: 1 } : method,
      );
      const parts =
        method.kind === 'sft'
          ? [texts.slice(0, 2), texts.slice(2)].map((some) => sftFeeds(some, small, learnt))
          : pairs.map((one) => dpoFeeds([one], small, pairs.length));
      let sum = { loss: 0, gradient: full([parameters.length], 0) };
      for (const part of parts) {
        const { loss, gradient } = await run(part, parameters, sum.gradient);
        sum = { loss: sum.loss + loss, gradient };
      }
      expect(sum.loss).toBeCloseTo(plain.loss, 5);
      expectClose(sum.gradient, plain.gradient, 1e-5);
    });

    it('does not depend on filling or on a scaled loss', async () => {
      const plain = await (await gradientsOf(trained, whole, method))(feeds, parameters);
      const roomy: StepShape = { batch: 6, length: 10, rows: 20 };
      const filled =
        method.kind === 'sft'
          ? sftFeeds(texts, roomy, learnt)
          : dpoFeeds(pairs, roomy, pairs.length);
      const got = await (
        await gradientsOf(
          trained,
          roomy,
          method.kind === 'dpo' ? { ...method, pairs: 3 } : method,
          { lossScale: 1024 },
        )
      )(filled, parameters);
      expect(got.loss).toBeCloseTo(plain.loss, 5);
      expectClose(got.gradient, plain.gradient, 1e-5);
    });
  });
});

describe('log-probabilities', () => {
  const logProbs = async (trained: Trained | null, parameters?: Float32Array) => {
    const run = await open(writeModel(buildLogProbs(decoder, trained, whole)));
    const got = await run({
      ...toData(logProbFeeds(texts, whole)),
      ...(parameters && { parameters: floats([parameters.length], parameters) }),
    });
    return valuesOf(got['logProbs']);
  };

  it('are those of the plain model, to the last bit, while B is zero', async () => {
    const fresh = initialFactors(adapter, (draw) => (draw * 0.618) % 1);
    expect(largest(fresh)).toBeGreaterThan(0);
    const plain = await logProbs(null);
    expect(await logProbs(adapter, fresh)).toEqual(plain);
    const moved = await logProbs(adapter, random.vector(fresh.length, 0.5));
    expect(moved).not.toEqual(plain);
  });

  it('are what the losses are made of', async () => {
    const parameters = trainings[0][2];
    const values = await logProbs(adapter, parameters);
    const mean = -values.slice(0, learnt).reduce((a, b) => a + b, 0) / learnt;
    const sft = await gradientsOf(adapter, whole, { kind: 'sft' });
    expect((await sft(methods[0][2], parameters)).loss).toBeCloseTo(mean, 5);
    // texts lie one after the other; the pairs are (0, 1) and (2, 3)
    let at = 0;
    const [a, b, c, d] = texts.map((one) =>
      values.slice(at, (at += learntCount(one))).reduce((x, y) => x + y, 0),
    ) as [number, number, number, number];
    const margin = (chosen: number, rejected: number, i: number) =>
      0.4 *
      (chosen -
        (pairs[i]?.reference.chosen ?? NaN) -
        (rejected - (pairs[i]?.reference.rejected ?? NaN)));
    const losses = [margin(a, b, 0), margin(c, d, 1)].map((x) => Math.log1p(Math.exp(-x)));
    const preferring = await gradientsOf(adapter, whole, dpo);
    const got = await preferring(methods[1][2], parameters);
    expect(got.loss).toBeCloseTo(((losses[0] ?? NaN) + (losses[1] ?? NaN)) / 2, 5);
  });
});

describe('the optimizer', () => {
  const settings = { weightDecay: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, clipNorm: 0.5 };

  it.each(trainings)('moves %s as AdamW by hand does', async (_, trained, parameters) => {
    const n = parameters.length;
    const run = await open(writeModel(buildUpdate(trained, settings)));
    const [gradient, moment1] = [random.vector(n), random.vector(n)];
    const moment2 = random.vector(n).map((v) => v * v);
    const [t, rate] = [3, 0.01];
    const got = await run({
      gradient: floats([n], gradient),
      parameters: floats([n], parameters),
      moment1: floats([n], moment1),
      moment2: floats([n], moment2),
      learningRate: floats([], [rate]),
      correction1: floats([], [1 - 0.9 ** t]),
      correction2: floats([], [1 - 0.99 ** t]),
    });
    const norm = Math.hypot(...gradient);
    expect(got['gradientNorm']?.values[0]).toBeCloseTo(norm, 3);
    const vectors =
      trained.kind === 'all'
        ? trained.weights.flatMap(({ shape }) => {
            const size = shape.reduce((a, b) => a * b, 1);
            return new Array<number>(size).fill(Number(shape.length > 1));
          })
        : undefined;
    const wanted = parameters.map((p, i) => {
      const d = (gradient[i] as number) * Math.min(1, 0.5 / norm);
      const m = 0.9 * (moment1[i] as number) + 0.1 * d;
      const v = 0.99 * (moment2[i] as number) + 0.01 * d * d;
      const step = m / (1 - 0.9 ** t) / (Math.sqrt(v / (1 - 0.99 ** t)) + 1e-8);
      return p * (1 - rate * 0.1 * (vectors?.[i] ?? 1)) - rate * step;
    });
    expectClose(valuesOf(got['nextParameters']), wanted, 1e-6);
  });

  it('lets the model learn answers by heart', async () => {
    const n = trainedLength(adapter);
    const gradientsAt = await gradientsOf(adapter, whole, { kind: 'sft' });
    const update = await open(writeModel(buildUpdate(adapter, { ...settings, weightDecay: 0 })));
    const zeros = floats([n], full([n], 0));
    let state = [
      floats(
        [n],
        initialFactors(adapter, (draw) => (draw * 0.618) % 1),
      ),
      zeros,
      zeros,
    ] as [Data, Data, Data];
    const losses: number[] = [];
    for (let t = 1; t <= 150; t++) {
      const [parameters, moment1, moment2] = state;
      const { loss, gradient } = await gradientsAt(methods[0][2], valuesOf(parameters));
      losses.push(loss);
      const got = await update({
        gradient: floats([n], gradient),
        parameters,
        moment1,
        moment2,
        learningRate: floats([], [0.02]),
        correction1: floats([], [1 - 0.9 ** t]),
        correction2: floats([], [1 - 0.99 ** t]),
      });
      state = ['nextParameters', 'nextMoment1', 'nextMoment2'].map(
        (name) => got[name],
      ) as typeof state;
    }
    // the head, which does not move, keeps probabilities from going up to 1
    expect(losses.at(-1)).toBeLessThan(0.6 * (losses[0] as number));
  });
});

it('names layers that the decoder does not have', () => {
  const site = { name: 'model.layers.7.self_attn.q_proj', rows: 8, columns: 8 };
  expect(() =>
    buildGradients(decoder, { ...adapter, sites: [site] } as Trained, whole, { kind: 'sft' }),
  ).toThrow(/the decoder has no model\.layers\.7\.self_attn\.q_proj/);
});

it('says which text does not fit', () => {
  expect(() => sftFeeds([text(10, [1, 2])], whole, 1)).toThrow(/text 0 takes 9 positions/);
  expect(() => sftFeeds([text(9, [1, 9])], { ...whole, rows: 4 }, 8)).toThrow(/8 learnt tokens/);
  expect(() => sftFeeds([...texts, ...texts], whole, 1)).toThrow(/8 texts in a batch of 4/);
  expect(() => dpoFeeds([...pairs, ...pairs], whole, 4)).toThrow(/4 pairs in a batch of 2/);
});
