import type { DType } from '../../model/dtypes.ts';
import type { Graph } from '../../model/types.ts';
import { NoMatch } from './attention-site.ts';

/**
 * What the input of a layer's past keys [B, KV, past, size] says.
 * @param node of whose cache it is, for the message
 * @throws NoMatch where it is not a numbered input of fixed head size
 */
export function cacheInput(
  graph: Graph,
  node: string,
  pastKey: string,
): { layer: number; dtype: DType; headSize: number } {
  const layer = Number(/\.(\d+)\./.exec(pastKey)?.[1] ?? NaN);
  const cache = graph.inputs.find((input) => input.name === pastKey);
  const headSize = cache?.shape?.[3];
  if (!cache || typeof headSize !== 'number' || Number.isNaN(layer))
    throw new NoMatch(`the cache of ${node} is not a numbered input of fixed head size`);
  return { layer, dtype: cache.dtype, headSize };
}
