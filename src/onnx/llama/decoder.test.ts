import { describe, expect, it } from 'vitest';
import { fromHalf, toHalf } from '../model/half.ts';
import { readModel } from '../model/read.ts';
import { createGraph } from '../ops/registry.ts';
import { dequantizeQ4, quantizeQ4 } from '../quantize/q4.ts';
import { draws } from '../testing/draws.ts';
import { floats, full, integers, open, openGraph, type Data, type Run } from '../testing/run.ts';
import type { LlamaConfig } from './config.ts';
import { writeDecoder } from './decoder.ts';
import { cutParameters, llamaForward } from './forward.ts';
import { initialParameters, parameterSpecs, splitParameters } from './parameters.ts';
import { fromStored, storedHeadSize, storedShape, toStored } from './stored-heads.ts';

const config = (tiedHead: boolean, hiddenSize = 64): LlamaConfig => ({
  vocabSize: 50,
  hiddenSize,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 96,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead,
  contextLength: 32,
});

/** Larger than fresh ones, so that attention is not flat and every weight matters. */
const parametersOf = (c: LlamaConfig) =>
  initialParameters(c, 1).map((value) => (value === 1 ? 1 : 8 * value));

const tokens = (batch: number, length: number): number[][] => {
  const random = draws(9);
  return Array.from({ length: batch }, () => Array.from({ length }, () => random.integer(50)));
};

async function trainingLogits(c: LlamaConfig, flat: Float32Array, ids: number[][]): Promise<Data> {
  const shape = [ids.length, ids[0]?.length ?? 0];
  const g = createGraph();
  const pieces = cutParameters(g, c, g.input('parameters', 'float32', [flat.length]));
  g.output('logits', llamaForward(g, c, pieces, g.input('ids', 'int64', shape)));
  const run = await openGraph(g);
  const feeds = { ids: integers(shape, ids.flat()), parameters: floats([flat.length], flat) };
  return (await run(feeds)).logits as Data;
}

/** Feeds `ids` after what `past` holds (nothing: an empty cache). */
function decode(
  run: Run,
  c: LlamaConfig,
  ids: number[][],
  {
    past,
    lengths,
    keep = 0,
  }: { past?: Record<string, Data>; lengths?: number[]; keep?: number } = {},
): Promise<Record<string, Data>> {
  const [batch, fresh] = [ids.length, ids[0]?.length ?? 0];
  const seen = past?.['present.0.key']?.shape[2] ?? 0;
  const total = seen + fresh;
  const mask = ids.flatMap((_, row) =>
    Array.from({ length: total }, (_, i) => Number(i < (lengths?.[row] ?? total))),
  );
  const empty = floats([batch, c.kvHeads, 0, storedHeadSize(c)], []);
  const cache = Array.from({ length: c.layers }, (_, layer) =>
    ['key', 'value'].map(
      (part) =>
        [`past_key_values.${layer}.${part}`, past?.[`present.${layer}.${part}`] ?? empty] as const,
    ),
  ).flat();
  return run({
    input_ids: integers([batch, fresh], ids.flat()),
    attention_mask: integers([batch, total], mask),
    num_logits_to_keep: integers([], [keep]),
    ...Object.fromEntries(cache),
  });
}

function expectClose(got: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < got.length; i++)
    expect(Math.abs((got[i] as number) - (expected[i] as number))).toBeLessThan(tolerance);
}

const row = (logits: Data | undefined, index: number) =>
  Array.from(logits?.values ?? []).slice(50 * index, 50 * (index + 1));

describe.each([
  [true, 64, 'as it is'],
  [false, 64, 'as it is'],
  [true, 96, 'filled up from 24 to 32'],
])('decoder, tied head %s, width %i, heads %s', { timeout: 60_000 }, (tied, width) => {
  const c = config(tied, width);
  const flat = parametersOf(c);

  it.each([1, 2])(
    'gives the training forward’s logits, at once and step by step, batch %i',
    async (batch) => {
      const [length, prompt] = [9, 4];
      const ids = tokens(batch, length);
      const expected = await trainingLogits(c, flat, ids);
      const run = await open(writeDecoder(c, flat));
      const whole = await decode(run, c, ids);
      expect(whole.logits?.shape).toEqual([batch, length, c.vocabSize]);
      expectClose(whole.logits?.values ?? [], expected.values, 1e-4);

      let step = await decode(
        run,
        c,
        ids.map((tokens) => tokens.slice(0, prompt)),
        { keep: 1 },
      );
      for (let at = prompt; ; at++) {
        expect(step.logits?.shape).toEqual([batch, 1, c.vocabSize]);
        for (let b = 0; b < batch; b++)
          expectClose(row(step.logits, b), row(expected, b * length + at - 1), 1e-4);
        if (at === length) break;
        step = await decode(
          run,
          c,
          ids.map((tokens) => tokens.slice(at, at + 1)),
          { past: step },
        );
      }
    },
  );

  it('keeps as many logits as asked', async () => {
    const run = await open(writeDecoder(c, flat));
    const ids = tokens(2, 6);
    const all = await decode(run, c, ids);
    const three = await decode(run, c, ids, { keep: 3 });
    expect(three.logits?.shape).toEqual([2, 3, c.vocabSize]);
    for (const [kept, position] of [
      [0, 3],
      [2, 5],
      [3, 9],
      [5, 11],
    ] as const)
      expectClose(row(three.logits, kept), row(all.logits, position), 1e-5);
  });

  it('treats a row padded on the right like the row alone', async () => {
    const run = await open(writeDecoder(c, flat));
    const [long, short] = tokens(2, 7) as [number[], number[]];
    const padded = [...short.slice(0, 4), 0, 0, 0];
    const both = await decode(run, c, [long, padded], { lengths: [7, 4] });
    const alone = await decode(run, c, [short.slice(0, 4)]);
    for (let i = 0; i < 4; i++) expectClose(row(both.logits, 7 + i), row(alone.logits, i), 1e-4);
  });

  /** What is left of a weight after 4 bits, in the shape in which they are stored. */
  const throughQ4 = (name: string, weight: Float32Array, shape: readonly number[]) => {
    const [rows = 1, columns = 1] = storedShape(c, name, shape);
    const stored = dequantizeQ4(quantizeQ4(toStored(c, name, weight), rows, columns));
    return fromStored(c, name, stored, weight.length);
  };

  it('in 4 bits is the fp32 decoder of the dequantized weights', async () => {
    const rounded = flat.slice();
    const views = splitParameters(c, rounded);
    for (const { name, shape } of parameterSpecs(c)) {
      const weight = views.get(name);
      if (shape.length < 2 || !weight) continue;
      weight.set(
        name === 'model.embed_tokens.weight'
          ? fromHalf(toHalf(weight))
          : throughQ4(name, weight, shape),
      );
    }
    const ids = tokens(2, 6);
    const q4 = await decode(await open(writeDecoder(c, flat, { quantize: 'q4' })), c, ids);
    const fp32 = await decode(await open(writeDecoder(c, rounded)), c, ids);
    const exact = await decode(await open(writeDecoder(c, flat)), c, ids);
    expectClose(q4.logits?.values ?? [], fp32.logits?.values ?? [], 1e-3);
    // and 4 bits did change something: the comparison above is not of equals
    expect(
      Math.abs(Number(q4.logits?.values[0]) - Number(exact.logits?.values[0])),
    ).toBeGreaterThan(1e-3);
  });
});

describe('decoder file', () => {
  it('holds a tied matrix once, and an untied head in its own right', () => {
    const names = (tied: boolean) => {
      const c = config(tied);
      return [...readModel(writeDecoder(c, parametersOf(c))).graph.initializers.keys()];
    };
    expect(names(true).filter((name) => name.includes('lm_head'))).toEqual([]);
    expect(names(false)).toContain('lm_head.MatMul.weight');
  });

  it('quantizes a tied head only when told to', () => {
    const c = config(true);
    const heads = [false, true].map((quantizeHead) =>
      readModel(writeDecoder(c, parametersOf(c), { quantize: 'q4', quantizeHead }))
        .graph.nodes.filter(({ outputs }) => outputs.includes('logits'))
        .map(({ op }) => op),
    );
    expect(heads).toEqual([['MatMul'], ['MatMulNBits']]);
  });

  it('has the names that transformers.js feeds and reads', () => {
    const c = config(true);
    const { inputs, outputs } = readModel(writeDecoder(c, parametersOf(c))).graph;
    const layer = (prefix: string) =>
      [0, 1].flatMap((i) => [`${prefix}.${i}.key`, `${prefix}.${i}.value`]);
    expect(inputs.map(({ name }) => name)).toEqual([
      'input_ids',
      'attention_mask',
      'num_logits_to_keep',
      ...layer('past_key_values'),
    ]);
    expect(outputs.map(({ name }) => name)).toEqual(['logits', ...layer('present')]);
  });

  it('refuses a vector of the wrong length', () => {
    expect(() => writeDecoder(config(true), full([10], 0))).toThrow(/needs \d+ parameters.*has 10/);
  });
});
