import { int } from '../model/attributes.ts';
import type { Dim, Model, ValueInfo } from '../model/types.ts';
import { NodeWriter } from '../graph/node-writer.ts';
import type { BatchedDecoder } from './batched-decoder.ts';

type Caches = Pick<BatchedDecoder, 'layers' | 'dtype'>;

/** Names of a layer's two tensors in a cache of some kind ("past_key_values", "prefix", ...). */
export const cacheNames = ({ layers }: Pick<Caches, 'layers'>, kind: string): string[] =>
  layers.flatMap(({ layer }) => ['key', 'value'].map((part) => `${kind}.${layer}.${part}`));

/** Caches of a kind as inputs or outputs of a graph. */
function values({ layers, dtype }: Caches, kind: string, rows: Dim, positions: Dim): ValueInfo[] {
  return layers.flatMap(({ layer, kvHeads, headSize }) =>
    ['key', 'value'].map((part) => ({
      name: `${kind}.${layer}.${part}`,
      dtype,
      shape: [rows, kvHeads, positions, headSize],
    })),
  );
}

/** A graph that does the same to every tensor of its caches. */
function cacheGraph(
  caches: Caches,
  w: NodeWriter,
  inputs: readonly ValueInfo[],
  each: (part: string, output: string) => void,
): Model {
  for (const name of cacheNames(caches, '')) each(name, `result${name}`);
  return {
    irVersion: 10,
    producer: 'incontext-lab',
    opsets: { '': 18 },
    metadata: {},
    graph: {
      name: 'caches',
      nodes: w.nodes,
      initializers: w.initializers,
      inputs: [...inputs],
      outputs: values(caches, 'result', 'rows', 'positions'),
      values: [],
    },
  };
}

/**
 * Rows of caches, chosen and repeated at will: how one reading of a prompt becomes many rows, and how
 * finished rows leave. Inputs: from.N.key and .value [B, KV, T, size]; rows int64 [n].
 * Outputs: result.N.key and .value [n, KV, T, size].
 */
export function pickRows(caches: Caches): Model {
  const w = new NodeWriter();
  const inputs = [
    ...values(caches, 'from', 'given', 'positions'),
    { name: 'rows', dtype: 'int64', shape: ['rows'] } as const,
  ];
  return cacheGraph(caches, w, inputs, (part, output) =>
    w.node(`/pick${part}`, 'Gather', [`from${part}`, 'rows'], { axis: int(0) }, [output]),
  );
}

/**
 * Caches made longer by what was read after them. Inputs: from.N.* [B, KV, T, size] and more.N.*
 * [B, KV, S, size]. Outputs: result.N.* [B, KV, T + S, size].
 */
export function joinPositions(caches: Caches): Model {
  const w = new NodeWriter();
  const inputs = [
    ...values(caches, 'from', 'rows', 'before'),
    ...values(caches, 'more', 'rows', 'after'),
  ];
  return cacheGraph(caches, w, inputs, (part, output) =>
    w.node(`/join${part}`, 'Concat', [`from${part}`, `more${part}`], { axis: int(2) }, [output]),
  );
}

/**
 * The rows of two caches, each first made as long as the longer one. Inputs: from.N.* [A, KV, T, size] and
 * more.N.* [B, KV, S, size]; from_padding and more_padding int64 [8] as Pad takes them. Outputs:
 * result.N.* [A + B, KV, max(T, S), size].
 */
export function stackRows(caches: Caches): Model {
  const w = new NodeWriter();
  const kinds = ['from', 'more'] as const;
  const inputs = kinds.flatMap((kind): ValueInfo[] => [
    ...values(caches, kind, `rows of ${kind}`, `positions of ${kind}`),
    { name: `${kind}_padding`, dtype: 'int64', shape: [8] },
  ]);
  return cacheGraph(caches, w, inputs, (part, output) => {
    const padded = kinds.map((kind) =>
      w.node(`/stack/${kind}${part}`, 'Pad', [`${kind}${part}`, `${kind}_padding`]),
    );
    w.node(`/stack${part}`, 'Concat', padded, { axis: int(0) }, [output]);
  });
}
