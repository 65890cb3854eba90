import { describe, expect, it } from 'vitest';
import type { LlamaConfig } from '../llama/config.ts';
import { decoderModel } from '../llama/decoder.ts';
import { initialParameters } from '../llama/parameters.ts';
import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { attentionVariants, wantsPositions, withMultiHead } from '../testing/attention-variants.ts';
import { draws } from '../testing/draws.ts';
import { integers, open, type Data, type Run } from '../testing/run.ts';
import { filled, range, WaveByHand } from '../testing/wave-by-hand.ts';
import { NoMatch } from './sites/attention-site.ts';
import { batchDecoder } from './batched-decoder.ts';

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
const random = draws(4);
const tokens = (length: number): number[] => Array.from({ length }, () => random.integer(50));

/** Logits after the last token of one row, by the graph as it was. */
async function reference(model: Model, run: Run, row: number[]): Promise<number[]> {
  const empty = model.graph.inputs.filter(({ name }) => name.startsWith('past'));
  const { logits } = await run({
    input_ids: integers([1, row.length], row),
    attention_mask: integers(
      [1, row.length],
      row.map(() => 1),
    ),
    ...(wantsPositions(model) && {
      position_ids: integers([1, row.length], range(0, row.length)),
    }),
    ...(model.graph.inputs.some(({ name }) => name === 'num_logits_to_keep') && {
      num_logits_to_keep: integers([], [1]),
    }),
    ...Object.fromEntries(
      empty.map(({ name, dtype, shape }) => [
        name,
        filled([1, Number(shape?.[1]), 0, Number(shape?.[3])], [], dtype),
      ]),
    ),
  });
  return Array.from((logits as Data).values).slice(-config.vocabSize);
}

const suffixes = [tokens(5), tokens(2), tokens(7), tokens(3)];
const prefixes = {
  'one prefix for all rows': [tokens(9)],
  'a prefix for each pair of rows': [tokens(11), tokens(4)],
  'a prefix for each row': [tokens(4), tokens(11), tokens(8), tokens(1)],
};

const ungrouped = { ...config, kvHeads: config.heads };
const models: readonly (readonly [name: string, model: Model])[] = [
  ...Object.entries(attentionVariants).map(
    ([name, vary]) => [name, vary(decoderModel(config, parameters))] as const,
  ),
  [
    'attention of as many heads for keys',
    withMultiHead(decoderModel(ungrouped, larger(initialParameters(ungrouped, 1)))),
  ],
];

describe.each(models)('%s', (name, model) => {
  it.each(Object.entries(prefixes))(
    'gives the original’s logits with %s',
    { timeout: 60_000 },
    async (_, given) => {
      const decoder = batchDecoder(model);
      expect(decoder.model.graph.nodes.some(({ op }) => /Attention$/.test(op))).toBe(false);
      const original = await open(writeModel(model));
      const wave = new WaveByHand(await open(writeModel(decoder.model)), decoder);
      await wave.readPrefixes(given);
      const prefixOf = (row: number) =>
        given[Math.floor(row / (suffixes.length / given.length))] as number[];
      const logits = await wave.readSuffixes(
        suffixes.map((suffix, row) => ({ from: prefixOf(row).length, suffix })),
      );
      expect(logits.shape).toEqual([suffixes.length, 1, config.vocabSize]);
      for (const [row, suffix] of suffixes.entries()) {
        const expected = await reference(model, original, [...prefixOf(row), ...suffix]);
        const got = Array.from(logits.values).slice(row * 50, (row + 1) * 50);
        const worst = Math.max(...got.map((value, i) => Math.abs(value - (expected[i] ?? NaN))));
        expect(worst).toBeLessThan(name.startsWith('half') ? 0.1 : 1e-4);
      }
    },
  );
});

describe('a graph that does not fit', () => {
  const plain = decoderModel(config, parameters);
  const withNode = (change: (node: Model['graph']['nodes'][number]) => object): Model => ({
    ...plain,
    graph: {
      ...plain.graph,
      nodes: plain.graph.nodes.map((node) =>
        node.op === 'GroupQueryAttention' ? { ...node, ...change(node) } : node,
      ),
    },
  });

  it.each([
    ['another attention', withNode(() => ({ op: 'Attention' })), /no attention that the lab knows/],
    [
      'an attention bias',
      withNode(({ inputs }) => ({ inputs: [...inputs, '', 'bias'] })),
      /has an attention bias/,
    ],
    ['an old opset', { ...plain, opsets: { '': 11 } }, /its opset is 11/],
    [
      'a mask read elsewhere',
      {
        ...plain,
        graph: {
          ...plain.graph,
          outputs: [
            ...plain.graph.outputs,
            { name: '/model/attn_mask_reformat/Shape/output_0', dtype: 'int64' as const },
          ],
        },
      },
      /reads attention_mask outside/,
    ],
  ])('is left alone, with the reason: %s', (_, model, reason) => {
    expect(() => batchDecoder(model)).toThrow(NoMatch);
    expect(() => batchDecoder(model)).toThrow(reason);
  });

  it('is left alone where only a mask knows how far its tokens look', () => {
    const masked = attentionVariants['plain operators, divided scores']?.(plain) as Model;
    expect(() => batchDecoder(masked, 16)).toThrow(/a window that only a mask tells/);
    expect(batchDecoder(plain, 16).layers.length).toBe(config.layers);
  });
});
