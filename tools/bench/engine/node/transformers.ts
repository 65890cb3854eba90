import { basename, dirname } from 'node:path';
import { AutoModelForCausalLM, env, Tensor, type PreTrainedModel } from '@huggingface/transformers';
import type { ScoringJob } from '../../../../workers/protocol.ts';
import { logProbability } from '../../../../workers/sampler/sampler.ts';
import { answer, row } from '../loop.ts';
import type { InProcess, NodeOpening } from './messages.ts';

/** One text under its prompt: all logits, and what they say of its tokens. */
async function judge(model: PreTrainedModel, { promptTokens, tokens }: ScoringJob) {
  const all = [...promptTokens, ...tokens];
  const { logits } = (await model({
    input_ids: row(all),
    attention_mask: row(all.map(() => 1)),
    num_logits_to_keep: new Tensor('int64', [BigInt(all.length)], []),
  })) as { logits: Tensor };
  const size = logits.dims.at(-1) as number;
  const data = logits.data as Float32Array;
  return tokens.map((token, i) => {
    const place = promptTokens.length + i - 1;
    return logProbability(data.subarray(place * size, (place + 1) * size), token);
  });
}

/** transformers.js as its documentation has it: generate() for one prompt after the other. */
export async function openTransformers(opening: NodeOpening): Promise<InProcess> {
  const { folder, precision, threads } = opening;
  env.allowRemoteModels = false;
  env.localModelPath = `${dirname(folder)}/`;
  const model = await AutoModelForCausalLM.from_pretrained(basename(folder), {
    dtype: precision,
    device: 'cpu',
    session_options: { intraOpNumThreads: threads, logSeverityLevel: 3 },
  });
  return {
    about: `onnxruntime-node, ${threads} threads, batch 1`,
    async run(jobs) {
      const start = performance.now();
      const tokens: number[][] = [];
      for (const job of jobs) tokens.push(await answer(model, job));
      return { tokens, milliseconds: performance.now() - start };
    },
    async score(jobs) {
      const start = performance.now();
      const logProbabilities: number[][] = [];
      for (const job of jobs) logProbabilities.push(await judge(model, job));
      return { logProbabilities, milliseconds: performance.now() - start };
    },
  };
}
