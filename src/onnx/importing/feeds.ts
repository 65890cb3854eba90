import type { Graph, ValueInfo } from '../model/types.ts';
import type { Value } from '../graph/value.ts';
import { NoMatch } from '../rewrite/sites/attention-site.ts';
import type { Item } from './item.ts';
import { known } from './known/known.ts';

const cacheName = /^past/;

/**
 * What a graph's input is in training: whole rows from their first token on, nothing before them, no
 * padding (rows are filled up on the right, where no token sees it).
 * @param ids token ids [B, T]
 */
function feed({ name, dtype, shape }: ValueInfo, ids: Value): Item {
  const [batch, length] = ids.shape as [number, number];
  if (name === 'input_ids') return ids;
  if (name === 'attention_mask') return known(dtype, [batch, length], [1], [1, 1]);
  if (name === 'position_ids' || name === 'cache_position') {
    const positions = Array.from({ length }, (_, i) => i);
    return name === 'position_ids'
      ? known(dtype, [batch, length], positions, [1, length])
      : known(dtype, [length], positions);
  }
  // all of them; a scalar, or a vector of one
  if (name === 'num_logits_to_keep') return known(dtype, shape?.map(() => 1) ?? [], [0]);
  if (name === 'use_cache_branch') return known('bool', [1], [0]);
  if (cacheName.test(name) && shape?.length === 4) {
    const sizes = shape.map((dim, axis) =>
      axis === 0 ? batch : typeof dim === 'number' ? dim : 0,
    );
    return known(dtype, sizes, []);
  }
  throw new NoMatch(`it reads ${name}, which training does not know`);
}

export const feeds = (graph: Graph, ids: Value): readonly (readonly [string, Item])[] =>
  graph.inputs.map((input) => [input.name, feed(input, ids)]);
