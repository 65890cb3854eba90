import type { Model, Node } from '../model/types.ts';
import { flatLength } from '../graph/flat.ts';
import { AdapterWriter, adapterInput, givenFactors, storedFactors } from './factor-nodes.ts';
import { factorSpecs, type AdapterShape } from './factors.ts';
import type { LinearLayer } from './linear-layers.ts';
import type { LinearSite } from '../importing/hooks.ts';

/**
 * A decoder with an adapter beside its layers, for generation: y + scale (x A) B at each site. With B
 * zero the logits are those of the plain decoder.
 *
 * With factors as an input it comes after `batchDecoder`, which lets no other inputs through. The result
 * shares the model's weights.
 *
 * @param layers `linearLayers` of the decoder as it was read
 * @param factors the flat vector of `factorSpecs`, stored in the graph; undefined: the graph's further
 *   input `adapter` float32 [n] takes it, on every run
 * @throws Error that names a site which the decoder does not have
 */
export function withAdapter(
  model: Model,
  layers: readonly LinearLayer[],
  adapter: AdapterShape,
  factors?: Float32Array,
): Model {
  const writer = new AdapterWriter();
  const source = factors ? storedFactors(writer, adapter, factors) : givenFactors(writer, adapter);
  const wanted = new Map(adapter.sites.map((site) => [site.name, site]));
  const byOutput = new Map(layers.map((layer) => [layer.output, layer]));
  const added = (node: Node): Node[] => {
    const layer = byOutput.get(node.outputs[0] ?? '');
    const parts = layer?.parts.filter(({ site }) => sameSite(wanted.get(site.name), site)) ?? [];
    if (!layer || parts.length === 0) return [node];
    const [x = ''] = node.inputs;
    const bare = `/adapter/${layer.output}/plain`;
    parts.reduce((y, { site, start }, i) => {
      wanted.delete(site.name);
      const [a, b] = source(site, start, layer);
      const low = writer.node(`${site.name}/low`, 'MatMul', [x, a]);
      const high = writer.node(`${site.name}/high`, 'MatMul', [low, b]);
      const last = i === parts.length - 1;
      return writer.node(`${site.name}/Add`, 'Add', [y, high], {}, last ? layer.output : undefined);
    }, bare);
    return [{ ...node, outputs: [bare, ...node.outputs.slice(1)] }, ...writer.w.nodes.splice(0)];
  };
  const { graph } = model;
  const nodes = graph.nodes.flatMap(added);
  if (wanted.size > 0)
    throw new Error(
      `the decoder has no layer ${[...wanted.keys()].join(', ')} of the adapter's shape`,
    );
  const n = flatLength(factorSpecs(adapter));
  return {
    ...model,
    graph: {
      ...graph,
      nodes,
      initializers: new Map([...graph.initializers, ...writer.w.initializers]),
      inputs: [
        ...graph.inputs,
        ...(factors ? [] : [{ name: adapterInput, dtype: 'float32' as const, shape: [n] }]),
      ],
    },
  };
}

const sameSite = (one: LinearSite | undefined, other: LinearSite): boolean =>
  one?.rows === other.rows && one.columns === other.columns;
