import { intOf } from '../../model/attributes.ts';
import type { Graph, ValueInfo } from '../../model/types.ts';
import type { Makers } from './constants.ts';

/** A layer's cache as a plain export keeps it: what was, joined with what is read now. */
export interface PlainCache {
  readonly layer: number;
  readonly part: 'key' | 'value';
  readonly past: ValueInfo;
  readonly present: string;
  /** What is read now, [B, KV, S, size]. */
  readonly fresh: string;
}

const cacheName = /^present(?:_key_values)?\.(\d+)\.(key|value)$/;

/** Caches that a graph makes longer with Concat. */
export function plainCaches(graph: Graph, makers: Makers): PlainCache[] {
  return graph.outputs.flatMap(({ name }): PlainCache[] => {
    const [, layer, part] = cacheName.exec(name) ?? [];
    const join = makers.get(name);
    const axis = join && intOf(join.attributes, 'axis', 0);
    if (join?.op !== 'Concat' || join.inputs.length !== 2 || (axis !== 2 && axis !== -2)) return [];
    const past = graph.inputs.find((input) => input.name === join.inputs[0]);
    if (!past || past.name !== `past_key_values.${layer}.${part}`) return [];
    return [
      {
        layer: Number(layer),
        part: part as PlainCache['part'],
        past,
        present: name,
        fresh: join.inputs[1] as string,
      },
    ];
  });
}
