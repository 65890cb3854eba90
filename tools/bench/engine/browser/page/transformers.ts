import { timed, type Opened, type Opening } from './opening.ts';
import CountedWorker from './transformers-counted.worker.ts?worker';
import TransformersWorker from './transformers.worker.ts?worker';
import type { TransformersReply, TransformersRequest } from './transformers-messages.ts';

/** transformers.js in a worker, as its documentation has it: generate() for one prompt after the other. */
export async function openTransformers(opening: Opening): Promise<Opened> {
  const Model = opening.device === 'webgpu' ? CountedWorker : TransformersWorker;
  const worker = new Model({ name: String(opening.threads) });
  const ask = (request: TransformersRequest) =>
    new Promise<TransformersReply>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<TransformersReply>) =>
        data.kind === 'failed' ? reject(new Error(data.why)) : resolve(data);
      worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'));
      worker.postMessage(request);
    });
  const reply = await ask({ kind: 'open', opening });
  return {
    about: reply.kind === 'opened' ? reply.about : '',
    run: (jobs) =>
      timed(async () => {
        const answers = await ask({ kind: 'run', jobs });
        return answers.kind === 'answers' ? answers.tokens : [];
      }),
  };
}
