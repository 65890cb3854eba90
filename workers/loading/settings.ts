import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const token = v.pipe(v.number(), v.integer(), v.minValue(0));
const endTokens = v.nullish(v.union([token, v.array(token)]));

/** What we read of config.json. */
export const ModelConfig = v.looseObject({
  vocab_size: count,
  max_position_embeddings: v.optional(count),
  sliding_window: v.nullish(count),
  use_sliding_window: v.nullish(v.boolean()),
  eos_token_id: endTokens,
});
export type ModelConfig = v.InferOutput<typeof ModelConfig>;

/** What we read of generation_config.json. */
export const GenerationConfig = v.looseObject({ eos_token_id: endTokens });
export type GenerationConfig = v.InferOutput<typeof GenerationConfig>;

/** How many positions a query sees, where that is fewer than there are; null: all. */
export function windowOf(config: ModelConfig, contextLength: number): number | null {
  const { sliding_window: window, use_sliding_window: used } = config;
  return window && used !== false && window < contextLength ? window : null;
}

/** Tokens that end an answer: as generate() looks for them, then the tokenizer's own. */
export function endTokensOf(
  generation: GenerationConfig | null,
  config: ModelConfig,
  ofTokenizer: number | undefined,
): number[] {
  const ids = generation?.eos_token_id ?? config.eos_token_id ?? ofTokenizer ?? [];
  return [ids].flat();
}
