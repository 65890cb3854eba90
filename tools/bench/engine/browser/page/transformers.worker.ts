import './threads.ts';
// before transformers.js, which would else set the runtime's files to a CDN's
import { ort, startRuntime } from '../../../../../workers/runtime/ort.ts';
import { AutoModelForCausalLM, env, Tensor, type PreTrainedModel } from '@huggingface/transformers';
import type { GenerationJob } from '../../../../../workers/protocol.ts';
import type { Opening } from './opening.ts';
import type { TransformersReply, TransformersRequest } from './transformers-messages.ts';

env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = '/models/';
env.useBrowserCache = false;
env.useWasmCache = false;

let model: PreTrainedModel | undefined;

/** With the same build of the runtime that ours has: its own default is slower on the CPU. */
async function open({ model: id, precision, device }: Opening): Promise<TransformersReply> {
  await startRuntime(device);
  model = await AutoModelForCausalLM.from_pretrained(id, { dtype: precision, device });
  const threads = ort.env.wasm.numThreads ?? 1;
  return { kind: 'opened', about: `${device}, ${threads} threads, batch 1` };
}

/** One prompt, continued to its last token; what a job asks of the draw is applied to prompt and answer. */
async function answer({ promptTokens, decoding }: GenerationJob): Promise<number[]> {
  const length = promptTokens.length;
  const row = (values: bigint[]) => new Tensor('int64', BigInt64Array.from(values), [1, length]);
  const sequences = (await model?.generate({
    inputs: row(promptTokens.map(BigInt)),
    attention_mask: row(promptTokens.map(() => 1n)),
    max_new_tokens: decoding.maxNewTokens,
    do_sample: decoding.temperature > 0,
    // its temperature is not to be 0
    temperature: decoding.temperature || 1,
    top_k: decoding.topK,
    repetition_penalty: decoding.repetitionPenalty,
    // no token has this id, so none ends an answer
    eos_token_id: -1,
  } as Parameters<PreTrainedModel['generate']>[0])) as Tensor;
  return Array.from(sequences.data as BigInt64Array, Number).slice(length);
}

async function reply(request: TransformersRequest): Promise<TransformersReply> {
  if (request.kind === 'open') return open(request.opening);
  const tokens: number[][] = [];
  for (const job of request.jobs) tokens.push(await answer(job));
  return { kind: 'answers', tokens };
}

self.addEventListener('message', ({ data }: MessageEvent<TransformersRequest>) => {
  void reply(data)
    .catch((thrown: unknown): TransformersReply => ({ kind: 'failed', why: String(thrown) }))
    .then((found) => self.postMessage(found));
});
