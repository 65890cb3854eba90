import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { initialFactors } from '../adapters/factors.ts';
import { readDecoder, trainingDecoder } from '../importing/decoder.ts';
import { readModel } from '../model/read.ts';
import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { draws } from '../testing/draws.ts';
import { logitsOf } from '../testing/hub-run.ts';
import { floats, full, open } from '../testing/run.ts';
import { toData } from '../testing/training-data.ts';
import { dpoFeeds, learntCount, logProbFeeds, sftFeeds, type LearntText } from './feeds.ts';
import { buildGradients, buildLogProbs, buildUpdate } from './graphs.ts';
import { trainingMemory } from './memory.ts';
import type { Method } from './method.ts';
import { trainedLength, type Trained } from './trained.ts';

// Real graphs on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000 });

const random = draws(6);
const text = (length: number, from: number): LearntText => ({
  tokens: Array.from({ length }, () => random.integer(3000)),
  learnt: [[from, length]],
});
const texts = [text(12, 5), text(9, 4)];
const shape = { batch: 2, length: 16, rows: 12, chunk: 6 };
const dpo: Method = { kind: 'dpo', pairs: 1, beta: 0.1 };
const dpoFed = dpoFeeds(
  [
    {
      chosen: texts[0] as LearntText,
      rejected: texts[1] as LearntText,
      reference: { chosen: -60, rejected: -45 },
    },
  ],
  shape,
  1,
);
const sftFed = sftFeeds(
  texts,
  shape,
  texts.reduce((sum, one) => sum + learntCount(one), 0),
);

/** All that a training graph may consist of: the WebGPU provider of onnxruntime-web 1.30 has it all. */
const onDevice = new Set(
  (
    'Add Sub Mul Div Neg Pow Exp Log Sqrt Reciprocal Sigmoid Tanh Softplus Relu Where Max Min Cast ' +
    'Softmax MatMul Gemm Reshape Squeeze Unsqueeze Transpose Expand ReduceSum ReduceMean Concat Slice ' +
    'ReduceSumSquare Split Gather GatherElements ScatterElements SimplifiedLayerNormalization RotaryEmbedding ' +
    'MatMulNBits DequantizeLinear Greater Erf Gelu LayerNormalization'
  ).split(' '),
);
/** Where whole numbers of 64 bits may be read: places, axes and shapes. */
const readsIntegers: Readonly<Record<string, number>> = {
  ...{ Gather: 1, GatherElements: 1, ScatterElements: 1, Reshape: 1, Slice: 1, Expand: 1 },
  ...{
    ReduceSum: 1,
    ReduceMean: 1,
    ReduceSumSquare: 1,
    Squeeze: 1,
    Unsqueeze: 1,
    RotaryEmbedding: 1,
    Split: 1,
  },
};

/** Nodes that WebGPU would leave to the CPU: other operators, or ones on 64-bit integers. */
function offDevice({ graph }: Model): string[] {
  const whole = new Set([
    ...graph.inputs.filter(({ dtype }) => dtype === 'int64').map(({ name }) => name),
    ...[...graph.initializers].filter(([, t]) => t.dtype === 'int64').map(([name]) => name),
  ]);
  return graph.nodes
    .filter(
      ({ op, inputs, attributes }) =>
        !onDevice.has(op) ||
        (attributes['to']?.value === 7 && op === 'Cast') ||
        inputs.some((name, i) => whole.has(name) && i < (readsIntegers[op] ?? Infinity)),
    )
    .map(({ op, name }) => `${op} ${name}`);
}

describe.each(['model.onnx', 'model_q4.onnx'])('the bundled decoder, %s', (file) => {
  const model = readModel(readFileSync(`public/models/lab-base-4m/onnx/${file}`));
  const read = readDecoder(model);
  const decoder = trainingDecoder(read);
  const trained: Trained = { kind: 'adapter', sites: read.sites, rank: 4, scale: 2 };
  const n = trainedLength(trained);
  const fresh = initialFactors(trained, (draw) => (draw * 0.618) % 1);

  it('has the log-probabilities of the file, and of itself with B zero to the last bit', async () => {
    const plain = await open(writeModel(buildLogProbs(decoder, null, shape)));
    const feeds = toData(logProbFeeds(texts, shape));
    const { logProbs } = await plain(feeds);
    const got = Array.from(logProbs?.values ?? []);
    const [first] = texts as [LearntText];
    const logits = await logitsOf(model, first.tokens, [1, first.tokens.length]);
    const size = read.vocabSize;
    for (let at = 5; at < 12; at++) {
      const row = logits.slice((at - 1) * size, at * size);
      const top = Math.max(...row);
      const sum = Math.log(row.reduce((total, x) => total + Math.exp(x - top), 0)) + top;
      expect(got[at - 5]).toBeCloseTo((row[first.tokens[at] as number] as number) - sum, 3);
    }
    const adapted = await open(writeModel(buildLogProbs(decoder, trained, shape)));
    const again = await adapted({ ...feeds, parameters: floats([n], fresh) });
    expect(Array.from(again['logProbs']?.values ?? [])).toEqual(got);
  });

  it.each([
    ['sft', { kind: 'sft' } as Method, sftFed],
    ['dpo', dpo, dpoFed],
  ])(
    'has a gradient of %s: against differences, and the same worked out twice',
    async (_, method, fed) => {
      const parameters = fresh.map((value) => value + 0.02 * random.signed());
      const run = async (twice: boolean) => {
        const built = buildGradients(decoder, trained, shape, method, { recompute: twice });
        const session = await open(writeModel(built));
        return (at: Float32Array) =>
          session({
            ...toData(fed),
            parameters: floats([n], at),
            gradient: floats([n], full([n], 0)),
          });
      };
      const once = await run(false);
      const got = await once(parameters);
      const gradient = Float32Array.from(got['nextGradient']?.values ?? []);
      const direction = gradient.map((d) => Math.sign(d));
      const lossAt = async (side: number) =>
        (await once(parameters.map((p, i) => p + side * (direction[i] as number) * 1e-4)))['loss']
          ?.values[0] ?? NaN;
      const numeric = ((await lossAt(1)) - (await lossAt(-1))) / 2e-4;
      const along = gradient.reduce((sum, d) => sum + Math.abs(d), 0);
      expect(Math.abs(numeric - along)).toBeLessThan(0.02 * along);
      const twice = await (await run(true))(parameters);
      expect(twice['loss']).toEqual(got['loss']);
      const top = Math.max(...gradient.map(Math.abs));
      const worst = Array.from(twice['nextGradient']?.values ?? []).reduce(
        (most, value, i) => Math.max(most, Math.abs(value - (gradient[i] ?? NaN))),
        0,
      );
      expect(worst).toBeLessThan(1e-6 * top);
    },
  );

  it('is made of operators that WebGPU has, on numbers that it takes', () => {
    for (const twice of [false, true])
      for (const method of [{ kind: 'sft' } as const, dpo])
        expect(
          offDevice(buildGradients(decoder, trained, shape, method, { recompute: twice })),
        ).toEqual([]);
    const settings = { weightDecay: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, clipNorm: 1 };
    expect(offDevice(buildUpdate(trained, settings))).toEqual([]);
  });

  it('takes less memory where blocks are worked out twice', () => {
    const long = { batch: 4, length: 128, rows: 128, chunk: 32 };
    const memory = (recompute: boolean) =>
      trainingMemory(decoder, trained, long, { kind: 'sft' }, { recompute });
    const [plain, twice] = [memory(false), memory(true)];
    expect(twice.activations).toBeLessThan(0.5 * plain.activations);
    // but for a few shapes
    expect(twice.weights - plain.weights).toBeLessThan(1000);
    expect(plain.state).toBe(8 * 4 * n);
    expect(plain.total).toBe(plain.weights + plain.state + plain.activations);
  });
});
