import { describe, expect, it } from 'vitest';
import type { LlamaConfig } from '../llama/config.ts';
import { decoderModel } from '../llama/decoder.ts';
import { initialParameters } from '../llama/parameters.ts';
import type { DType } from '../model/dtypes.ts';
import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { attentionVariants, wantsPositions } from '../testing/attention-variants.ts';
import { draws } from '../testing/draws.ts';
import { integers, open, type Data, type Run } from '../testing/run.ts';
import { NoMatch } from './sites/attention-site.ts';
import { batchDecoder, type BatchedDecoder } from './batched-decoder.ts';
import { nowhere } from './masks.ts';

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
const parameters = initialParameters(config, 1).map((value) => (value === 1 ? 1 : 8 * value));
const random = draws(4);
const tokens = (length: number): number[] => Array.from({ length }, () => random.integer(50));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

const floats = (shape: number[], values: ArrayLike<number>, dtype: DType = 'float32'): Data => ({
  dtype,
  shape,
  values,
});

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
      empty.map(({ name, dtype }) => [name, floats([1, config.kvHeads, 0, 16], [], dtype)]),
    ),
  });
  return Array.from((logits as Data).values).slice(-config.vocabSize);
}

/** A wave by hand: prefixes padded on the right, suffixes on the left and read in two runs. */
class Wave {
  readonly #run: Run;
  readonly #decoder: BatchedDecoder;
  #prefix: Record<string, Data> = {};

  constructor(run: Run, decoder: BatchedDecoder) {
    this.#run = run;
    this.#decoder = decoder;
  }

  /** No prefix or no past, as the graph wants it: one position at nowhere. */
  #nothing(rows: number, kind: 'prefix' | 'past'): Record<string, Data> {
    const { layers, dtype } = this.#decoder;
    const caches = layers.flatMap(({ layer, kvHeads, headSize }) =>
      ['key', 'value'].map((part) => {
        const zeros = new Array(rows * kvHeads * headSize).fill(0);
        return [
          `fresh.${layer}.${part}`,
          floats([rows, kvHeads, 1, headSize], zeros, dtype),
        ] as const;
      }),
    );
    const positions = floats([rows, 1], new Array(rows).fill(nowhere));
    return this.#as(kind, Object.fromEntries(caches), positions);
  }

  /** What a run gave back, as a kind of cache. */
  #as(kind: 'prefix' | 'past', results: Record<string, Data>, positions: Data) {
    const name = kind === 'prefix' ? 'prefix' : 'past_key_values';
    const fresh = Object.entries(results).filter(([each]) => each.startsWith('fresh.'));
    return {
      ...Object.fromEntries(fresh.map(([each, data]) => [each.replace('fresh', name), data])),
      [`${kind}_positions`]: positions,
    };
  }

  async readPrefixes(prefixes: number[][]): Promise<void> {
    const [rows, length] = [prefixes.length, Math.max(...prefixes.map((p) => p.length))];
    const places = range(0, length);
    const shape = [rows, length];
    const keys = prefixes.flatMap((p) => places.map((i) => (i < p.length ? i : nowhere)));
    const results = await this.#run({
      input_ids: integers(
        shape,
        prefixes.flatMap((p) => places.map((i) => p[i] ?? 0)),
      ),
      position_ids: integers(
        shape,
        prefixes.flatMap(() => places),
      ),
      fresh_positions: floats(shape, keys),
      num_logits_to_keep: integers([], [1]),
      ...this.#nothing(rows, 'prefix'),
      ...this.#nothing(rows, 'past'),
    });
    this.#prefix = this.#as('prefix', results, floats(shape, keys));
  }

  async readSuffixes(rows: { from: number; suffix: number[] }[]): Promise<Data> {
    const length = Math.max(...rows.map(({ suffix }) => suffix.length));
    const pad = ({ suffix }: { suffix: number[] }) => length - suffix.length;
    const position = (row: { from: number; suffix: number[] }, i: number) =>
      i < pad(row) ? nowhere : row.from + i - pad(row);
    const feeds = (from: number, to: number) => {
      const [part, shape] = [range(from, to), [rows.length, to - from]];
      const at = rows.flatMap((row) => part.map((i) => position(row, i)));
      return {
        ...this.#prefix,
        input_ids: integers(
          shape,
          rows.flatMap((row) => part.map((i) => row.suffix[i - pad(row)] ?? 0)),
        ),
        position_ids: integers(
          shape,
          at.map((p) => (p === nowhere ? 0 : p)),
        ),
        fresh_positions: floats(shape, at),
        num_logits_to_keep: integers([], [1]),
      };
    };
    const start = feeds(0, length - 1);
    const first = await this.#run({ ...start, ...this.#nothing(rows.length, 'past') });
    const second = await this.#run({
      ...feeds(length - 1, length),
      ...this.#as('past', first, start.fresh_positions),
    });
    return second['logits'] as Data;
  }
}

const suffixes = [tokens(5), tokens(2), tokens(7), tokens(3)];
const prefixes = {
  'one prefix for all rows': [tokens(9)],
  'a prefix for each pair of rows': [tokens(11), tokens(4)],
  'a prefix for each row': [tokens(4), tokens(11), tokens(8), tokens(1)],
};

describe.each(Object.entries(attentionVariants))('%s', (name, vary) => {
  const model = vary(decoderModel(config, parameters));

  it.each(Object.entries(prefixes))(
    'gives the original’s logits with %s',
    { timeout: 60_000 },
    async (_, given) => {
      const decoder = batchDecoder(model);
      expect(decoder.model.graph.nodes.some(({ op }) => op === 'GroupQueryAttention')).toBe(false);
      const original = await open(writeModel(model));
      const wave = new Wave(await open(writeModel(decoder.model)), decoder);
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
});
