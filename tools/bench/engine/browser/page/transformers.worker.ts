import './threads.ts';
// before transformers.js, which would else set the runtime's files to a CDN's
import { ort, startRuntime } from '../../../../../workers/runtime/ort.ts';
import { AutoModelForCausalLM, env, type PreTrainedModel } from '@huggingface/transformers';
import { answer } from '../../loop.ts';
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

async function reply(request: TransformersRequest): Promise<TransformersReply> {
  if (request.kind === 'open') return open(request.opening);
  if (!model) throw new Error('nothing is open');
  const tokens: number[][] = [];
  for (const job of request.jobs) tokens.push(await answer(model, job));
  return { kind: 'answers', tokens };
}

self.addEventListener('message', ({ data }: MessageEvent<TransformersRequest>) => {
  void reply(data)
    .catch((thrown: unknown): TransformersReply => ({ kind: 'failed', why: String(thrown) }))
    .then((found) => self.postMessage(found));
});
