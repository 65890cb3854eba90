import type { InferenceSession } from 'onnxruntime-common';
import { adapterInput } from '../../src/onnx/adapters/factor-nodes.ts';

/** What a decoder's inputs and outputs say about it (hub layout). */
export interface GraphShape {
  /** One entry per past input: its name, the output that continues it, and its shape when empty. */
  cache: { past: string; present: string; type: 'float32' | 'float16'; dims: number[] }[];
  /** Whether the graph can be asked for the last rows of logits only; the dimensions of that input. */
  keep: number[] | null;
  /** Whether positions are given rather than counted inside. */
  positions: boolean;
}

const known = new Set([
  ...['input_ids', 'attention_mask', 'position_ids', 'num_logits_to_keep'],
  // of an adapter, which is fed by itself
  adapterInput,
]);

/**
 * Reads a decoder's layout from its session.
 * @throws TypeError that names the first input or output this engine does not know
 */
export function graphShape({ inputMetadata, outputNames }: InferenceSession): GraphShape {
  const cache: GraphShape['cache'] = [];
  for (const input of inputMetadata) {
    if (!input.name.startsWith('past_key_values.')) {
      if (!known.has(input.name)) throw new TypeError(`unknown graph input "${input.name}"`);
      continue;
    }
    const present = input.name.replace('past_key_values.', 'present.');
    if (!outputNames.includes(present)) throw new TypeError(`no graph output "${present}"`);
    if (!input.isTensor || (input.type !== 'float32' && input.type !== 'float16')) {
      throw new TypeError(`graph input "${input.name}" is not of floats`);
    }
    // symbolic sizes: batch (here 1) first, then the past's length (0 at the start)
    const dims = input.shape.map((size, axis) =>
      typeof size === 'number' && size >= 0 ? size : axis === 0 ? 1 : 0,
    );
    cache.push({ past: input.name, present, type: input.type, dims });
  }
  if (!outputNames.includes('logits')) throw new TypeError('no graph output "logits"');
  if (cache.length === 0) throw new TypeError('no graph input "past_key_values.0.key"');
  const keep = inputMetadata.find((input) => input.name === 'num_logits_to_keep');
  return {
    cache,
    keep: keep?.isTensor ? keep.shape.map(() => 1) : null,
    positions: inputMetadata.some((input) => input.name === 'position_ids'),
  };
}
