import { floatOf, intOf } from '../model/attributes.ts';
import type { Model, Node } from '../model/types.ts';
import { splitFlat } from '../graph/flat.ts';
import { liveGraph } from '../rewrite/live.ts';
import { factorNames, factorSpecs, type AdapterShape } from './factors.ts';
import type { LinearLayer } from './linear-layers.ts';
import {
  bitsWeight,
  sameFloats,
  storeBits,
  storedFloats,
  type Constants,
  type StoringOptions,
} from './stored-weight.ts';

/** Adds scale A B of every adapted part of a layer to its weight [rows, columns]. */
function addProducts(
  weight: Float32Array,
  { parts, columns }: LinearLayer,
  { rank, scale }: AdapterShape,
  factors: ReadonlyMap<string, Float32Array>,
): void {
  for (const { site, start } of parts) {
    const [a, b] = factorNames(site.name).map((name) => factors.get(name));
    if (!a || !b) continue;
    for (let row = 0; row < site.rows; row++)
      for (let k = 0; k < rank; k++) {
        const factor = scale * (a[row * rank + k] as number);
        const at = row * columns + start;
        for (let i = 0; i < site.columns; i++)
          weight[at + i] =
            (weight[at + i] as number) + factor * (b[k * site.columns + i] as number);
      }
  }
}

function exchanged(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = values[row * columns + column] as number;
  return turned;
}

/** A product of floats with its weight changed; other nodes keep theirs where they share it. */
function mergedProduct(
  constants: Constants,
  node: Node,
  layer: LinearLayer,
  readers: number,
  change: (weight: Float32Array) => void,
): Node {
  const { weight: name, rows, columns, layout } = layer;
  const tensor = constants.get(name);
  if (!tensor) throw new Error(`the weight ${name} is not in the file`);
  if (floatOf(node.attributes, 'alpha', 1) !== 1)
    throw new Error(`${node.name} scales its product`);
  const stored = storedFloats(name, tensor);
  const values = layout === 'exchanged' ? exchanged(stored, columns, rows) : stored;
  change(values);
  // what comes through a Transpose is stored as the product takes it
  const turned = layout === 'exchanged' && intOf(node.attributes, 'transB', 0) === 1;
  const direct = node.inputs[1] === name;
  const to = direct && readers === 1 ? name : `${name}/merged`;
  const dims = turned ? [columns, rows] : [rows, columns];
  constants.set(
    to,
    sameFloats({ ...tensor, dims }, turned ? exchanged(values, rows, columns) : values),
  );
  return { ...node, inputs: node.inputs.map((input, i) => (i === 1 ? to : input)) };
}

/** How many nodes read each value. */
function readersOf({ graph }: Pick<Model, 'graph'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { inputs } of graph.nodes)
    for (const input of inputs) counts.set(input, (counts.get(input) ?? 0) + 1);
  return counts;
}

/**
 * A decoder with an adapter worked into its weights: W + scale A B. Floats keep their type; layers of
 * few bits are made floats, merged, and stored as told.
 * @param layers `linearLayers` of the model
 * @param factors the flat vector of `factorSpecs`
 * @returns a model of its own, which shares what has not changed
 * @throws Error that names a site the model does not have, or a weight that lies in another file
 */
export function mergeAdapter(
  model: Model,
  layers: readonly LinearLayer[],
  adapter: AdapterShape,
  factors: Float32Array,
  options: StoringOptions,
): Model {
  const views = splitFlat(factorSpecs(adapter), factors);
  const wanted = new Set(adapter.sites.map(({ name }) => name));
  const byOutput = new Map(layers.map((layer) => [layer.output, layer]));
  const constants: Constants = new Map(model.graph.initializers);
  const readers = readersOf(model);
  const nodes = model.graph.nodes.flatMap((node) => {
    const layer = byOutput.get(node.outputs[0] ?? '');
    if (!layer?.parts.some(({ site }) => wanted.has(site.name))) return [node];
    for (const { site } of layer.parts) wanted.delete(site.name);
    const change = (weight: Float32Array) => addProducts(weight, layer, adapter, views);
    if (layer.layout !== 'bits')
      return [mergedProduct(constants, node, layer, readers.get(layer.weight) ?? 0, change)];
    const weight = bitsWeight(constants, node);
    change(weight);
    return storeBits(constants, node, weight, options);
  });
  if (wanted.size > 0) throw new Error(`the decoder has no layer ${[...wanted].join(', ')}`);
  return { ...model, graph: liveGraph({ ...model.graph, nodes, initializers: constants }) };
}

/**
 * A decoder with other weights, as training leaves them that moves all.
 * @param weights by the name that a `WeightHook` is given: the initializer's; row-major, of the shape that
 *   the hook sees, so [in, out] for a layer of few bits
 * @returns a model of its own, which shares what has not changed
 * @throws Error that names a weight which the model does not have, or has in another size
 */
export function replaceWeights(
  model: Model,
  weights: ReadonlyMap<string, Float32Array>,
  options: StoringOptions,
): Model {
  const constants: Constants = new Map(model.graph.initializers);
  const left = new Set(weights.keys());
  const nodes = model.graph.nodes.flatMap((node): Node[] => {
    const name = node.inputs[node.op === 'DequantizeLinear' ? 0 : 1] ?? '';
    const weight = weights.get(name);
    if (!weight) return [node];
    if (node.op === 'MatMulNBits') {
      checkSize(name, weight, bitsWeight(new Map(model.graph.initializers), node).length);
      left.delete(name);
      return storeBits(constants, node, weight, options);
    }
    if (node.op !== 'DequantizeLinear') return [node];
    const levels = model.graph.initializers.get(name);
    const scales = model.graph.initializers.get(node.inputs[1] ?? '');
    if (!levels || !scales) return [node];
    left.delete(name);
    constants.set(node.outputs[0] ?? '', sameFloats({ ...scales, dims: levels.dims }, weight));
    return [];
  });
  for (const name of left) {
    const before = model.graph.initializers.get(name);
    if (!before) throw new Error(`the decoder has no weight ${name}`);
    const weight = weights.get(name) as Float32Array;
    checkSize(name, weight, storedFloats(name, before).length);
    constants.set(name, sameFloats(before, weight));
  }
  return { ...model, graph: liveGraph({ ...model.graph, nodes, initializers: constants }) };
}

function checkSize(name: string, weight: Float32Array, size: number): void {
  if (weight.length !== size)
    throw new Error(`the weight ${name} has ${size} elements, not ${weight.length}`);
}
