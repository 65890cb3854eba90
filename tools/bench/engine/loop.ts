import { Tensor, type PreTrainedModel } from '@huggingface/transformers';
import type { GenerationJob } from '../../../workers/protocol.ts';

/** Tokens as one row. */
export const row = (tokens: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]);

/**
 * One turn of the plain loop: generate() for one prompt, to its last token. What a job asks of the draw is
 * applied to prompt and answer.
 */
export async function answer(model: PreTrainedModel, job: GenerationJob): Promise<number[]> {
  const { promptTokens, decoding } = job;
  const sequences = (await model.generate({
    inputs: row(promptTokens),
    attention_mask: row(promptTokens.map(() => 1)),
    max_new_tokens: decoding.maxNewTokens,
    do_sample: decoding.temperature > 0,
    // its temperature is not to be 0
    temperature: decoding.temperature || 1,
    top_k: decoding.topK,
    repetition_penalty: decoding.repetitionPenalty,
    // no token has this id, so none ends an answer
    eos_token_id: -1,
  } as Parameters<PreTrainedModel['generate']>[0])) as Tensor;
  return Array.from(sequences.data as BigInt64Array, Number).slice(promptTokens.length);
}
