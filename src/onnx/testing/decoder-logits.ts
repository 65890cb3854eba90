import type { Model } from '../model/types.ts';
import { writeModel } from '../model/write.ts';
import { floats, integers, open, type Data } from './run.ts';
import { range } from './wave-by-hand.ts';

/**
 * Logits [tokens, V] of one row by a decoder in the hub's layout.
 * @param further what its further inputs take
 */
export async function decoderLogits(
  model: Model,
  tokens: readonly number[],
  further: Readonly<Record<string, Data>> = {},
): Promise<Float32Array> {
  const run = await open(writeModel(model));
  const { inputs } = model.graph;
  const has = (name: string) => inputs.some((input) => input.name === name);
  const shape = [1, tokens.length];
  const { logits } = await run({
    input_ids: integers(shape, tokens),
    attention_mask: integers(
      shape,
      tokens.map(() => 1),
    ),
    ...(has('position_ids') && { position_ids: integers(shape, range(0, tokens.length)) }),
    ...(has('num_logits_to_keep') && { num_logits_to_keep: integers([], [0]) }),
    ...Object.fromEntries(
      inputs
        .filter(({ name }) => name.startsWith('past'))
        .map(({ name, shape: dims }) => [
          name,
          floats([1, Number(dims?.[1]), 0, Number(dims?.[3])], []),
        ]),
    ),
    ...further,
  });
  return Float32Array.from(logits?.values ?? []);
}
