/** Shape of a Llama-type decoder: RMSNorm, rotary grouped-query attention, SwiGLU (arXiv 2302.13971). */
export interface LlamaConfig {
  vocabSize: number;
  hiddenSize: number;
  layers: number;
  /** Query heads; head size is hiddenSize / heads. */
  heads: number;
  /** Key/value heads; divides `heads`. */
  kvHeads: number;
  /** Width of the SwiGLU feed-forward layer. */
  intermediateSize: number;
  /** Epsilon inside RMSNorm's square root. */
  normEpsilon: number;
  /** Base of the rotary frequencies. */
  ropeTheta: number;
  /** True: the output head is the embedding matrix transposed. */
  tiedHead: boolean;
  /** Most tokens a decoder written from this config can attend to. */
  contextLength: number;
}

/** Width of one attention head. */
export const headSize = (config: LlamaConfig): number => config.hiddenSize / config.heads;

const positiveIntegers = [
  'vocabSize',
  'hiddenSize',
  'layers',
  'heads',
  'kvHeads',
  'intermediateSize',
  'contextLength',
] as const;

/** Throws an error that names the field when the numbers do not make a model. */
export function checkConfig(config: LlamaConfig): void {
  for (const field of positiveIntegers) {
    if (!Number.isInteger(config[field]) || config[field] < 1)
      throw new Error(`Llama config: ${field} must be a positive integer, not ${config[field]}`);
  }
  for (const field of ['normEpsilon', 'ropeTheta'] as const) {
    if (!(config[field] > 0 && Number.isFinite(config[field])))
      throw new Error(`Llama config: ${field} must be a positive number, not ${config[field]}`);
  }
  if (config.hiddenSize % config.heads !== 0)
    throw new Error(
      `Llama config: heads (${config.heads}) must divide hiddenSize (${config.hiddenSize})`,
    );
  if (config.heads % config.kvHeads !== 0)
    throw new Error(
      `Llama config: kvHeads (${config.kvHeads}) must divide heads (${config.heads})`,
    );
  if (headSize(config) % 2 !== 0)
    throw new Error(
      `Llama config: hiddenSize / heads is ${headSize(config)}; rotary embedding needs an even head size`,
    );
}
