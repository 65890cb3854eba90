import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { integers, open, type Data } from './run.ts';

/**
 * Logits of all rows [B T V] by a hub decoder as it is, from nothing before.
 * @param further what inputs take that decoders of the hub do not have
 */
export async function logitsOf(
  model: Model,
  ids: readonly number[],
  shape: readonly [number, number],
  further: Readonly<Record<string, Data>> = {},
): Promise<number[]> {
  const [batch, length] = shape;
  const feed = (name: string, dtype: Data['dtype'], dims: readonly unknown[]): Data => {
    if (name === 'input_ids') return integers(shape, ids);
    if (name === 'attention_mask')
      return integers(
        shape,
        ids.map(() => 1),
      );
    if (name === 'position_ids')
      return integers(
        shape,
        ids.map((_, i) => i % length),
      );
    if (name === 'num_logits_to_keep') return integers([], [0]);
    if (further[name]) return further[name];
    return { dtype, shape: [batch, Number(dims[1]), 0, Number(dims[3])], values: [] };
  };
  const run = await open(writeModel(model));
  const { logits } = await run(
    Object.fromEntries(
      model.graph.inputs.map(({ name, dtype, shape: dims = [] }) => [
        name,
        feed(name, dtype, dims),
      ]),
    ),
  );
  return Array.from((logits as Data).values);
}
