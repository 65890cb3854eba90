import { describe, expect, it } from 'vitest';
import type { LlamaConfig } from '../llama/config.ts';
import { decoderModel } from '../llama/decoder.ts';
import { initialParameters } from '../llama/parameters.ts';
import type { Model } from '../model/types.ts';
import { createGraph } from '../ops/registry.ts';
import { attentionVariants, withMultiHead } from '../testing/attention-variants.ts';
import { draws } from '../testing/draws.ts';
import { dequantizedBefore, inHalves, withQuantizedTable } from '../testing/stored-variants.ts';
import { logitsOf } from '../testing/hub-run.ts';
import { floats, integers, openGraph, type Data } from '../testing/run.ts';
import { forward, readDecoder } from './decoder.ts';

const config: LlamaConfig = {
  vocabSize: 50,
  hiddenSize: 64,
  layers: 2,
  heads: 4,
  kvHeads: 2,
  intermediateSize: 96,
  normEpsilon: 1e-5,
  ropeTheta: 10000,
  tiedHead: true,
  contextLength: 32,
};
/** Larger than fresh ones, so that attention is not flat and every weight matters. */
const larger = (fresh: Float32Array) => fresh.map((value) => (value === 1 ? 1 : 8 * value));
const parameters = larger(initialParameters(config, 1));
const ungrouped = { ...config, kvHeads: config.heads };
const untied = { ...config, tiedHead: false };

const models: readonly (readonly [name: string, model: Model])[] = [
  ...Object.entries(attentionVariants).map(
    ([name, vary]) => [name, vary(decoderModel(config, parameters))] as const,
  ),
  [
    'attention of as many heads for keys',
    withMultiHead(decoderModel(ungrouped, larger(initialParameters(ungrouped, 1)))),
  ],
  [
    'an untied head in 4 bits',
    decoderModel(untied, larger(initialParameters(untied, 1)), { quantize: 'q4' }),
  ],
];
const stored: readonly (readonly [name: string, model: Model])[] = [
  ['a table in 4 bits, with the head', withQuantizedTable(decoderModel(config, parameters))],
  [
    '4 bits, made floats before the products',
    dequantizedBefore(
      decoderModel(untied, larger(initialParameters(untied, 1)), { quantize: 'q4' }),
    ),
  ],
  ['half precision', inHalves(decoderModel(config, parameters))],
  [
    'half precision, 4 bits',
    inHalves(decoderModel(untied, larger(initialParameters(untied, 1)), { quantize: 'q4' })),
  ],
];
const shape = [2, 9] as const;
const random = draws(3);
const ids = Array.from({ length: shape[0] * shape[1] }, () => random.integer(config.vocabSize));

describe.each([...models, ...stored])('%s', (name, model) => {
  it('gives the original’s logits', { timeout: 60_000 }, async () => {
    const decoder = readDecoder(model);
    expect(decoder.sites).toHaveLength(14);
    const g = createGraph();
    const input = g.input('ids', 'int64', shape);
    g.output('logits', forward(g, decoder, { ids: input }));
    // the same with every weight an input, fed with what the file has
    const weights = new Map<string, Data>();
    const replaced = forward(g, decoder, {
      ids: input,
      weight: (graph, weight, plain) => {
        const read = decoder.weights.find((each) => each.name === weight)?.read;
        weights.set(weight, floats(plain.shape, read?.() ?? []));
        return graph.input(weight, 'float32', plain.shape);
      },
    });
    g.output('replaced', replaced);
    const run = await openGraph(g);
    const got = await run({ ids: integers(shape, ids), ...Object.fromEntries(weights) });
    expect([...weights.keys()]).toEqual(decoder.weights.map((each) => each.name));
    const expected = await logitsOf(model, ids, shape);
    // halves lose more in the original
    const tolerance = name.startsWith('half') ? 2e-2 : 5e-5;
    expected.forEach((value, i) => {
      expect(Math.abs((got.logits?.values[i] as number) - value)).toBeLessThan(tolerance);
      expect(got.replaced?.values[i]).toBeCloseTo(got.logits?.values[i] as number, 4);
    });
  });
});
