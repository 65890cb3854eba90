import '../../../engine/browser/page/threads.ts';
import { timedSteps } from '../../contest.ts';
import { openJax } from './jax.ts';
import type { WorkerReply, WorkerRequest } from './messages.ts';
import type { Opened, Opening, PageContestant } from './opening.ts';
import { openOursInPage } from './ours.ts';
import { openTfjs } from './tfjs.ts';

const open: Record<PageContestant, (opening: Opening) => Promise<Opened>> = {
  ours: openOursInPage,
  'jax-js': openJax,
  'TF.js wasm': (opening) => openTfjs(opening, 'wasm'),
  'TF.js cpu': (opening) => openTfjs(opening, 'cpu'),
};
let opened: Opened | undefined;
let done = 0;

async function reply(request: WorkerRequest): Promise<WorkerReply> {
  if (request.kind === 'open') {
    opened = await open[request.opening.contestant](request.opening);
    return { kind: 'opened', about: opened.about };
  }
  if (!opened) throw new Error('nothing is open');
  const stepped = await timedSteps(opened.step, done, request.steps);
  done += request.steps;
  return { kind: 'ran', ...stepped };
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  void reply(data)
    .catch((thrown: unknown): WorkerReply => ({ kind: 'failed', why: String(thrown) }))
    .then((answer) => self.postMessage(answer));
};
