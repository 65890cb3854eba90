import { float, int, ints } from '../model/attributes.ts';
import { floatTensor, int64Tensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';
import { headSize, type LlamaConfig } from './config.ts';

/** Names of one-element vectors: the sizes that change from run to run. */
export interface RunSizes {
  /** Rows, B. */
  rows: string;
  /** Tokens read now, T. */
  fresh: string;
  /** Prefixes, P_B: 1 or B. */
  prefixes: string;
  /** Positions of a prefix, P. */
  prefix: string;
  /** Positions of a row after its prefix, S + T. */
  own: string;
}

/** Reads the run's sizes from the shapes of its inputs. */
export function runSizes(w: NodeWriter): RunSizes {
  const sizeOf = (value: string, axis: number) =>
    w.node(`/sizes/${value}.${axis}`, 'Shape', [value], {
      start: int(axis),
      end: int(axis + 1),
    });
  return {
    rows: sizeOf('ids', 0),
    fresh: sizeOf('ids', 1),
    prefixes: sizeOf('prefix_key.0', 0),
    prefix: sizeOf('prefix_key.0', 2),
    own: sizeOf('bias', 3),
  };
}

/** One dimension of a shape: a number (-1: whatever is left) or a size of the run. */
export type Dimension = number | keyof RunSizes;

/** Shapes for Reshape, put together once from fixed numbers and the run's sizes. */
export class Shapes {
  readonly sizes: RunSizes;
  readonly #w: NodeWriter;
  readonly #made = new Map<string, string>();

  constructor(w: NodeWriter) {
    this.#w = w;
    this.sizes = runSizes(w);
  }

  /** The name of the shape with these dimensions. */
  of(...dims: readonly Dimension[]): string {
    const key = dims.join(',');
    const made = this.#made.get(key);
    if (made) return made;
    const parts = dims.map((dim) =>
      typeof dim === 'number'
        ? this.#w.constant(`size.${dim}`, int64Tensor([1], [dim]))
        : this.sizes[dim],
    );
    const shape = this.#w.node(`/shapes/${key}`, 'Concat', parts, { axis: int(0) });
    this.#made.set(key, shape);
    return shape;
  }
}

/** What the attention of one layer reads: names of values. */
export interface AttentionInputs {
  layer: number;
  /** Rotated queries [B, T, H D], rotated keys and values [B, T, KV D]. */
  q: string;
  k: string;
  v: string;
}

/**
 * Attention of B rows to their prefix and to their own positions, under one softmax. With G = H / KV
 * and R = B / P_B rows to a prefix, the queries of all rows that share a prefix are the rows of one
 * product, [P_B, KV, R G T, D] with [P_B, KV, P, D]: the prefix is read once, however many rows
 * there are, and never copied. Returns [B, T, H D].
 */
export function prefixAttention(
  w: NodeWriter,
  config: LlamaConfig,
  shapes: Shapes,
  { layer, q, k, v }: AttentionInputs,
): string {
  const { heads, kvHeads, hiddenSize } = config;
  const size = headSize(config);
  const group = heads / kvHeads;
  const path = (name: string) => `/model/layers.${layer}/attn/${name}`;
  const reshape = (name: string, x: string, ...dims: Dimension[]) =>
    w.node(path(`${name}/Reshape`), 'Reshape', [x, shapes.of(...dims)]);
  const transpose = (name: string, x: string, ...perm: number[]) =>
    w.node(path(`${name}/Transpose`), 'Transpose', [x], { perm: ints(perm) });
  const scores = (name: string, queries: string, keys: string) =>
    w.node(path(`${name}/FusedMatMul`), 'com.microsoft.FusedMatMul', [queries, keys], {
      alpha: float(1),
      transA: int(0),
      transB: int(1),
    });
  const add = (name: string, a: string, b: string) => w.node(path(`${name}/Add`), 'Add', [a, b]);

  /** New keys or values [B, T, KV D] after the past ones: [B, KV, S + T, D], an output. */
  const extended = (part: 'key' | 'value', x: string) => {
    const parted = transpose(part, reshape(part, x, 'rows', 'fresh', kvHeads, size), 0, 2, 1, 3);
    const past = `past_${part}.${layer}`;
    const present = `present_${part}.${layer}`;
    return w.node(path(`${part}/Concat`), 'Concat', [past, parted], { axis: int(2) }, [present]);
  };
  const [key, value] = [extended('key', k), extended('value', v)];

  // Scaled here, not by the products: the runtime's kernel for single rows wants a factor of 1.
  const root = w.constant('attention_scale', floatTensor([], Float32Array.of(size ** -0.5)));
  const scaled = w.node(path('q/Mul'), 'Mul', [q, root]);

  // [P_B, R, T, KV, G, D] -> [P_B, KV, R G T, D]: all rows of a prefix in one matrix
  const byPrefix = reshape('q/prefix', scaled, 'prefixes', -1, 'fresh', kvHeads, group, size);
  const stacked = transpose('q/prefix', byPrefix, 0, 3, 1, 4, 2, 5);
  const prefixQueries = reshape('q/stacked', stacked, 'prefixes', kvHeads, -1, size);
  const prefixScores = add(
    'prefix/bias',
    scores('prefix', prefixQueries, `prefix_key.${layer}`),
    'prefix_bias',
  );

  // [B, T, KV, G, D] -> [B, KV, G T, D]: every row against its own keys
  const byRow = reshape('q/own', scaled, 'rows', 'fresh', kvHeads, group, size);
  const ownQueries = reshape(
    'q/rows',
    transpose('q/own', byRow, 0, 2, 3, 1, 4),
    'rows',
    kvHeads,
    -1,
    size,
  );
  const ownScores = add(
    'own/bias',
    reshape('own/heads', scores('own', ownQueries, key), 'rows', heads, 'fresh', 'own'),
    'bias',
  );
  const ownByPrefix = reshape(
    'own/prefix',
    ownScores,
    'prefixes',
    -1,
    kvHeads,
    group,
    'fresh',
    'own',
  );
  const ownStacked = reshape(
    'own/stacked',
    transpose('own/prefix', ownByPrefix, 0, 2, 1, 3, 4, 5),
    'prefixes',
    kvHeads,
    -1,
    'own',
  );

  const together = w.node(path('scores/Concat'), 'Concat', [prefixScores, ownStacked], {
    axis: int(3),
  });
  const weights = w.node(path('Softmax'), 'Softmax', [together], { axis: int(-1) });
  const [toPrefix, toOwn] = ['prefix', 'own'].map((part) => path(`${part}/weights`)) as [
    string,
    string,
  ];
  w.node(path('weights/Split'), 'Split', [weights, shapes.of('prefix', 'own')], { axis: int(3) }, [
    toPrefix,
    toOwn,
  ]);

  const fromPrefix = w.node(path('prefix/MatMul'), 'MatMul', [toPrefix, `prefix_value.${layer}`]);
  const prefixParts = reshape(
    'prefix/parts',
    fromPrefix,
    'prefixes',
    kvHeads,
    -1,
    group,
    'fresh',
    size,
  );
  const prefixJoined = reshape(
    'prefix/joined',
    transpose('prefix/parts', prefixParts, 0, 2, 4, 1, 3, 5),
    'rows',
    'fresh',
    hiddenSize,
  );

  const ownParts = reshape('own/parts', toOwn, 'prefixes', kvHeads, -1, group, 'fresh', 'own');
  const ownWeights = reshape(
    'own/rows',
    transpose('own/parts', ownParts, 0, 2, 1, 3, 4, 5),
    'rows',
    kvHeads,
    -1,
    'own',
  );
  const fromOwn = w.node(path('own/MatMul'), 'MatMul', [ownWeights, value]);
  const ownHeads = reshape('own/split', fromOwn, 'rows', kvHeads, group, 'fresh', size);
  const ownJoined = reshape(
    'own/joined',
    transpose('own/split', ownHeads, 0, 3, 1, 2, 4),
    'rows',
    'fresh',
    hiddenSize,
  );
  return add('sum', prefixJoined, ownJoined);
}
