import { int, ints } from '../model/attributes.ts';
import { floatTensor, halfTensor } from '../model/tensor.ts';
import type { NodeWriter } from '../graph/node-writer.ts';
import type { AttentionSite } from './sites/attention-site.ts';
import type { FloatType, Masks } from './masks.ts';
import type { Dimension, RunShapes } from './sizes.ts';

/** What the names of all nodes written here begin with. */
export const written = '/batched/';

/** What every site of a graph is written with. */
export interface SiteWriter {
  readonly w: NodeWriter;
  readonly shapes: RunShapes;
  readonly masks: Masks;
  readonly dtype: FloatType;
}

/** Names of a layer's keys and values in a kind of cache that the rewritten graph reads or gives back. */
export const partNames = (
  kind: 'prefix' | 'fresh',
  layer: number,
): readonly [key: string, value: string] => [`${kind}.${layer}.key`, `${kind}.${layer}.value`];

/** Nodes of one site, under its name. */
class SiteNodes {
  readonly #writer: SiteWriter;
  readonly site: AttentionSite;

  constructor(writer: SiteWriter, site: AttentionSite) {
    this.#writer = writer;
    this.site = site;
  }

  node(name: string, op: string, inputs: string[], attributes = {}, outputs?: string[]): string {
    return this.#writer.w.node(this.#path(name), op, inputs, attributes, outputs);
  }

  reshape(name: string, x: string, ...dims: Dimension[]): string {
    return this.node(`${name}/Reshape`, 'Reshape', [x, this.#writer.shapes.of(...dims)]);
  }

  transpose(name: string, x: string, ...perm: number[]): string {
    return this.node(`${name}/Transpose`, 'Transpose', [x], { perm: ints(perm) });
  }

  scale(name: string, x: string, factor: number): string {
    const [constant, value] = [`${this.#path(name)}/factor`, Float32Array.of(factor)];
    const make = this.#writer.dtype === 'float16' ? halfTensor : floatTensor;
    return this.node(name, 'Mul', [x, this.#writer.w.constant(constant, make([], value))]);
  }

  /** Splits an axis; the sizes are numbers or sizes of the run. */
  split(name: string, x: string, axis: number, ...sizes: Dimension[]): string[] {
    const outputs = sizes.map((_, i) => `${this.#path(name)}/output_${i}`);
    this.node(name, 'Split', [x, this.#writer.shapes.of(...sizes)], { axis: int(axis) }, outputs);
    return outputs;
  }

  /** Scores of queries [.., n, size] on keys [.., m, size], softly capped where the model does so. */
  scores(name: string, queries: string, keys: string): string {
    const turned = this.transpose(`${name}/keys`, keys, 0, 1, 3, 2);
    const scores = this.node(`${name}/scores`, 'MatMul', [queries, turned]);
    const { softcap } = this.site;
    if (softcap === 0) return scores;
    const inner = this.scale(`${name}/uncapped`, scores, 1 / softcap);
    return this.scale(`${name}/capped`, this.node(`${name}/Tanh`, 'Tanh', [inner]), softcap);
  }

  /** Queries or keys [B, S, n size], turned by their positions where the site did that itself. */
  turned(name: string, x: string, heads: number): string {
    const { rotary, headSize } = this.site;
    if (!rotary) return x;
    const partial = rotary.width < headSize;
    return this.node(
      `${name}/RotaryEmbedding`,
      'com.microsoft.RotaryEmbedding',
      [x, 'position_ids', rotary.cos, rotary.sin],
      {
        interleaved: int(rotary.interleaved),
        ...(partial && { num_heads: int(heads), rotary_embedding_dim: int(rotary.width) }),
      },
    );
  }

  #path(name: string): string {
    return `${written}${this.site.layer}/${name}`;
  }
}

/** Queries, keys and values apart, turned: [B, S, heads size] each. */
function projections(n: SiteNodes): { q: string; k: string; v: string } {
  const { site } = n;
  const { heads, kvHeads, headSize } = site;
  if (site.parted) {
    const joined = (name: string, x: string, count: number) =>
      n.reshape(name, n.transpose(name, x, 0, 2, 1, 3), 'rows', 'fresh', count * headSize);
    return {
      q: joined('q/joined', site.q, heads),
      k: joined('k/joined', site.k, kvHeads),
      v: joined('v/joined', site.v, kvHeads),
    };
  }
  const [q, k, v] = (
    site.k === ''
      ? n.split('unpacked', site.q, 2, heads * headSize, kvHeads * headSize, kvHeads * headSize)
      : [site.q, site.k, site.v]
  ) as [string, string, string];
  return { q: n.turned('q', q, heads), k: n.turned('k', k, kvHeads), v };
}

/** New keys or values [B, S, KV size] as heads [B, KV, S, size], an output of the graph. */
function fresh(n: SiteNodes, name: string, x: string, output: string): string {
  const { kvHeads, headSize } = n.site;
  const parted = n.reshape(name, x, 'rows', 'fresh', kvHeads, headSize);
  return n.node(`${name}/heads`, 'Transpose', [parted], { perm: ints([0, 2, 1, 3]) }, [output]);
}

/**
 * Replaces one site: B rows attend to the prefix that their group shares and to their own positions,
 * past and fresh, under one softmax. With G = H / KV and R = B / P_B rows to a prefix, the queries of
 * all rows of a prefix are the rows of one product, [P_B, KV, R G S, size] with [P_B, KV, P, size]:
 * the prefix is read once, however many rows there are. Neither it nor the past is ever copied.
 */
export function writePrefixAttention(writer: SiteWriter, site: AttentionSite): void {
  const n = new SiteNodes(writer, site);
  const { heads, kvHeads, headSize: size, window, layer } = site;
  const group = heads / kvHeads;
  const [prefixKey, prefixValue] = partNames('prefix', layer);
  const [pastKey, pastValue] = site.past;
  const { q, k, v } = projections(n);
  const [keyOutput, valueOutput] = partNames('fresh', layer);
  const [key, value] = [fresh(n, 'key', k, keyOutput), fresh(n, 'value', v, valueOutput)];
  const bias = writer.masks.of(window);
  const scaled = n.scale('q/scaled', q, site.scale);

  // [P_B, R, S, KV, G, size] -> [P_B, KV, R G S, size]
  const byPrefix = n.reshape('q/prefix', scaled, 'prefixes', -1, 'fresh', kvHeads, group, size);
  const stackedQueries = n.reshape(
    'q/stacked',
    n.transpose('q/prefix', byPrefix, 0, 3, 1, 4, 2, 5),
    ...(['prefixes', kvHeads, -1, size] as const),
  );
  const bare = n.scores('prefix', stackedQueries, prefixKey);
  const toPrefix = Number.isFinite(window)
    ? n.reshape(
        'prefix/biased',
        n.node('prefix/Add', 'Add', [
          n.reshape('prefix/apart', bare, 'prefixes', kvHeads, -1, group, 'fresh', 'prefix'),
          bias.prefix,
        ]),
        ...(['prefixes', kvHeads, -1, 'prefix'] as const),
      )
    : n.node('prefix/Add', 'Add', [bare, bias.prefix]);

  // [B, S, KV, G, size] -> [B, KV, G S, size]
  const byRow = n.reshape('q/rows', scaled, 'rows', 'fresh', kvHeads, group, size);
  const rowQueries = n.reshape(
    'q/own',
    n.transpose('q/rows', byRow, 0, 2, 3, 1, 4),
    ...(['rows', kvHeads, -1, size] as const),
  );
  const bareOwn = n.node(
    'own/Concat',
    'Concat',
    [n.scores('past', rowQueries, pastKey), n.scores('fresh', rowQueries, key)],
    { axis: int(3) },
  );
  const ownScores = n.node('own/Add', 'Add', [
    n.reshape('own/heads', bareOwn, 'rows', heads, 'fresh', 'own'),
    bias.own,
  ]);
  // [P_B, R, KV, G S, T] -> [P_B, KV, R G S, T]
  const ownApart = n.reshape(
    'own/apart',
    ownScores,
    'prefixes',
    -1,
    kvHeads,
    group,
    'fresh',
    'own',
  );
  const toOwn = n.reshape(
    'own/stacked',
    n.transpose('own/apart', ownApart, 0, 2, 1, 3, 4, 5),
    ...(['prefixes', kvHeads, -1, 'own'] as const),
  );

  const scores = n.node('scores/Concat', 'Concat', [toPrefix, toOwn], { axis: int(3) });
  const weights = n.node('Softmax', 'Softmax', [scores], { axis: int(-1) });
  const [onPrefix, onOwn] = n.split('weights', weights, 3, 'prefix', 'own') as [string, string];

  // [P_B, KV, R, G, S, size] -> [B, S, H size]
  const read = n.node('prefix/MatMul', 'MatMul', [onPrefix, prefixValue]);
  const parts = n.reshape('prefix/parts', read, 'prefixes', kvHeads, -1, group, 'fresh', size);
  const fromPrefix = n.reshape(
    'prefix/joined',
    n.transpose('prefix/parts', parts, 0, 2, 4, 1, 3, 5),
    ...(['rows', 'fresh', heads * size] as const),
  );

  const ownParts = n.reshape('own/parts', onOwn, 'prefixes', kvHeads, -1, group, 'fresh', 'own');
  const ownWeights = n.reshape(
    'own/weights',
    n.transpose('own/parts', ownParts, 0, 2, 1, 3, 4, 5),
    ...(['rows', kvHeads, -1, 'own'] as const),
  );
  const [onPast, onFresh] = n.split('own/weights', ownWeights, 3, 'past', 'fresh') as [
    string,
    string,
  ];
  const ownRead = n.node('own/sum', 'Add', [
    n.node('past/MatMul', 'MatMul', [onPast, pastValue]),
    n.node('fresh/MatMul', 'MatMul', [onFresh, value]),
  ]);
  const ownHeads = n.reshape('own/split', ownRead, 'rows', kvHeads, group, 'fresh', size);
  const fromOwn = n.reshape(
    'own/joined',
    n.transpose('own/split', ownHeads, 0, 3, 1, 2, 4),
    ...(['rows', 'fresh', heads * size] as const),
  );
  if (!site.parted) {
    n.node('sum', 'Add', [fromPrefix, fromOwn], {}, [site.output]);
    return;
  }
  const sum = n.node('sum', 'Add', [fromPrefix, fromOwn]);
  const apart = n.reshape('sum/heads', sum, 'rows', 'fresh', heads, size);
  n.node('sum/parted', 'Transpose', [apart], { perm: ints([0, 2, 1, 3]) }, [site.output]);
}
