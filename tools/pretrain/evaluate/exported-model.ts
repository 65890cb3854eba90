import { basename, dirname, resolve } from 'node:path';
import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  Tensor,
  type PreTrainedModel,
  type PreTrainedTokenizer,
} from '@huggingface/transformers';
import type { Precision } from '../../../src/domain/model.ts';

/** How a continuation ends. */
export interface Ending {
  readonly maxNewTokens: number;
  /** The continuation is cut before the first of these. */
  readonly stop: readonly string[];
}

/** A model in the hub's layout, loaded by transformers.js exactly as it would load one of the hub. */
export class ExportedModel {
  readonly tokenizer: PreTrainedTokenizer;
  private readonly model: PreTrainedModel;

  private constructor(model: PreTrainedModel, tokenizer: PreTrainedTokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /** Loads a model's folder; nothing is fetched from elsewhere. */
  static async open(folder: string, precision: Precision): Promise<ExportedModel> {
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = `${dirname(resolve(folder))}/`;
    const name = basename(folder);
    const model = await AutoModelForCausalLM.from_pretrained(name, { dtype: precision });
    return new ExportedModel(model, await AutoTokenizer.from_pretrained(name));
  }

  /** The greedy continuation of a prompt, as text. */
  async continue(prompt: string, { maxNewTokens, stop }: Ending): Promise<string> {
    const inputs = this.tokenizer(prompt);
    const output = (await this.model.generate({
      ...inputs,
      max_new_tokens: maxNewTokens,
      do_sample: false,
    })) as Tensor;
    const all = Array.from(output.data as BigInt64Array, Number);
    const fresh = all.slice((inputs.input_ids as Tensor).dims[1]);
    const text = this.tokenizer.decode(fresh, { skip_special_tokens: true });
    // transformers.js has no stop strings: cut afterwards.
    const ends = stop.map((s) => text.indexOf(s)).filter((at) => at >= 0);
    return text.slice(0, Math.min(text.length, ...ends));
  }

  /** Logits after every token of a row: [row.length, vocabulary] flattened, and the vocabulary. */
  async logits(row: ArrayLike<number>): Promise<{ data: Float32Array; vocabulary: number }> {
    const ids = BigInt64Array.from(Array.from(row, BigInt));
    const shape = [1, ids.length];
    const { logits } = (await this.model({
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    })) as { logits: Tensor };
    return { data: logits.data as Float32Array, vocabulary: logits.dims.at(-1) as number };
  }

  /** For a row, the natural logarithm of the probability of row[t + 1] at position t. */
  async logProbabilities(row: ArrayLike<number>): Promise<Float32Array> {
    const { data, vocabulary } = await this.logits(Array.from(row).slice(0, -1));
    return Float32Array.from({ length: row.length - 1 }, (_, t) =>
      logProbability(data.subarray(t * vocabulary, (t + 1) * vocabulary), row[t + 1] as number),
    );
  }

  /** Frees the model's memory. */
  async close(): Promise<void> {
    await this.model.dispose();
  }
}

/** log softmax(logits)[token], computed stably. */
export function logProbability(logits: Float32Array, token: number): number {
  const most = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - most), 0);
  return (logits[token] as number) - most - Math.log(sum);
}
