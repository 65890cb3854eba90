import { intOf } from '../model/attributes.ts';
import type { DType } from '../model/dtypes.ts';
import type { Graph, Model, Node } from '../model/types.ts';
import { partNames, siteName } from '../importing/names.ts';
import { packedProducts } from '../importing/linear-sites.ts';
import type { LinearSite } from '../importing/hooks.ts';

/** How a layer's weight lies in the file: [in, out], [out, in], or in few bits. */
export type WeightLayout = 'rows' | 'exchanged' | 'bits';

/** A product with a stored weight that has a name PEFT knows it by. */
export interface LinearLayer {
  /** Name of the product; a bias may come later. */
  readonly output: string;
  readonly weight: string;
  readonly layout: WeightLayout;
  readonly rows: number;
  readonly columns: number;
  /** Element type of x and y. */
  readonly dtype: DType;
  /** One site, or those that an exporter packed, with the first column of each. */
  readonly parts: readonly { readonly site: LinearSite; readonly start: number }[];
}

type Makers = ReadonlyMap<string, Node>;

/** Where a product's weight lies and how wide it is; undefined where it is no stored matrix. */
function weightOf(
  graph: Graph,
  makers: Makers,
  node: Node,
): Pick<LinearLayer, 'weight' | 'layout' | 'rows' | 'columns' | 'dtype'> | undefined {
  const [, given = '', scales = ''] = node.inputs;
  const stored = graph.initializers.get(given);
  if (node.op === 'MatMulNBits') {
    const dtype = graph.initializers.get(scales)?.dtype;
    if (!stored || !dtype) return undefined;
    const [rows, columns] = [intOf(node.attributes, 'K', 0), intOf(node.attributes, 'N', 0)];
    return { weight: given, layout: 'bits', rows, columns, dtype };
  }
  const maker = makers.get(given);
  const turned = maker?.op === 'Transpose' && maker.inputs[0];
  const matrix = stored ?? (turned ? graph.initializers.get(turned) : undefined);
  if (matrix?.dims.length !== 2) return undefined;
  const exchanged = intOf(node.attributes, 'transB', 0) === 1 || !stored;
  const [first, second] = matrix.dims as [number, number];
  return {
    weight: stored ? given : (turned as string),
    layout: exchanged ? 'exchanged' : 'rows',
    rows: exchanged ? second : first,
    columns: exchanged ? first : second,
    dtype: matrix.dtype,
  };
}

const products = new Set(['MatMul', 'FusedMatMul', 'Gemm', 'MatMulNBits']);

/**
 * The layers of a decoder that an adapter can stand beside, in the order of the graph. Ask the graph
 * as it was read: a rewritten one has the same products, but no longer tells which of them are packed.
 */
export function linearLayers({ graph }: Pick<Model, 'graph'>): LinearLayer[] {
  const makers: Makers = new Map(
    graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])),
  );
  const packed = packedProducts(graph);
  return graph.nodes.flatMap((node): LinearLayer[] => {
    if (!products.has(node.op)) return [];
    const found = weightOf(graph, makers, node);
    const name = found && siteName(node.name, found.weight);
    if (!found || name === undefined) return [];
    const [output = ''] = node.outputs;
    const { rows, columns } = found;
    const names = partNames(name);
    const of = packed.get(output);
    if (!names || !of)
      return [{ output, ...found, parts: [{ site: { name, rows, columns }, start: 0 }] }];
    const size = columns / (of.heads + 2 * of.kvHeads);
    let end = 0;
    const parts = [of.heads, of.kvHeads, of.kvHeads].map((heads, i) => {
      const start = end;
      end += heads * size;
      return { site: { name: names[i] as string, rows, columns: heads * size }, start };
    });
    return [{ output, ...found, parts }];
  });
}

/** Where adapters may stand. */
export const sitesOf = (layers: readonly LinearLayer[]): LinearSite[] =>
  layers.flatMap(({ parts }) => parts.map(({ site }) => site));
