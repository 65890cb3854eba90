import type { Placement } from '../../placement/placement.ts';
import type { Stepped } from '../../contest.ts';
import ContestantWorker from './contestant.worker.ts?worker';
import type { WorkerReply, WorkerRequest } from './messages.ts';
import type { Opening } from './opening.ts';
import PlacementWorker from './placement.worker.ts?worker';

declare global {
  interface Window {
    /** What a program drives through Playwright. */
    training: {
      /** @returns what the contestant says of itself */
      open(opening: Opening): Promise<string>;
      run(steps: number): Promise<Stepped>;
      /** Where the nodes of a model's training graphs lie on WebGPU. */
      place(model: string): Promise<Placement[]>;
    };
  }
}

let worker: Worker | undefined;

/** Asks a worker one thing. */
const asked = <Reply>(of: Worker, request: unknown): Promise<Reply> =>
  new Promise((resolve, reject) => {
    of.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
    of.onerror = ({ message }) => reject(new Error(message));
    of.postMessage(request);
  });

async function ask<Kind extends WorkerReply['kind']>(request: WorkerRequest, kind: Kind) {
  if (!worker) throw new Error('nothing is open');
  const reply = await asked<WorkerReply>(worker, request);
  if (reply.kind !== kind) throw new Error(reply.kind === 'failed' ? reply.why : reply.kind);
  return reply as Extract<WorkerReply, { kind: Kind }>;
}

window.training = {
  async open(opening) {
    worker = new ContestantWorker({ name: String(opening.threads) });
    return (await ask({ kind: 'open', opening }, 'opened')).about;
  },
  async run(steps) {
    const { losses, milliseconds } = await ask({ kind: 'run', steps }, 'ran');
    return { losses, milliseconds };
  },
  async place(model) {
    const answer = await asked<Placement[] | string>(new PlacementWorker({ name: '1' }), model);
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  },
};
