import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { InferenceSession } from 'onnxruntime-node';
import type { OpenSession } from '../../../../workers/batch/open-batch.ts';
import { timedSteps, type OpenTraining, type Step } from '../contest.ts';
import { openOurs } from '../ours/open.ts';
import { readWork } from '../work/read.ts';
import { workFiles } from '../work/work.ts';
import type { ProcessReply, ProcessRequest } from './messages.ts';

// Ours in a process of its own: its memory can be told, and it ends with all that it holds.
let step: Step | undefined;
let done = 0;

const bytes = (folder: string, name: keyof typeof workFiles): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(folder, workFiles[name])));

/** How the runtime's threads wait for each other within a run: asleep, or awake, which keeps a core busy. */
type Waiting = 'asleep' | 'awake';

const sessionsOf =
  (threads: number, waiting: Waiting): OpenSession =>
  (graph, _, beside) =>
    InferenceSession.create(graph, {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      externalData: beside,
      extra: {
        session: {
          dynamic_block_base: '4',
          intra_op: { allow_spinning: waiting === 'awake' ? '1' : '0' },
          // after a run they sleep in any case: others take turns
          force_spinning_stop: '1',
        },
      },
    });

/** The time of the fastest of a few steps, of a training that is then given up. */
async function tried({ step, release }: OpenTraining): Promise<number> {
  const { milliseconds } = await timedSteps(step, 0, 5);
  await release();
  return Math.min(...milliseconds.slice(1));
}

/** Ours on so many threads, which wait for each other as a few steps show to be faster. */
async function open(folder: string, threads: number) {
  const files = {
    work: readWork(folder),
    tokens: new Int32Array(bytes(folder, 'tokens').buffer),
    factors: new Float32Array(bytes(folder, 'factors').buffer),
    model: bytes(folder, 'model'),
  };
  const training = (waiting: Waiting) => openOurs(files, sessionsOf(threads, waiting));
  const times =
    threads > 1 ? [await tried(training('asleep')), await tried(training('awake'))] : [];
  const [asleep = 0, awake = 0] = times;
  const waiting = awake < asleep ? 'awake' : 'asleep';
  return {
    step: training(waiting).step,
    about: `onnxruntime-node, ${threads} threads that wait ${waiting}`,
  };
}

async function reply(request: ProcessRequest): Promise<ProcessReply> {
  if (request.kind === 'open') {
    const { step: opened, about } = await open(request.folder, request.threads);
    step = opened;
    return { kind: 'opened', about };
  }
  if (!step) throw new Error('nothing is open');
  const stepped = await timedSteps(step, done, request.steps);
  done += request.steps;
  return { kind: 'ran', ...stepped };
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await reply(JSON.parse(line) as ProcessRequest).catch(
    (thrown: unknown): ProcessReply => ({ kind: 'failed', why: String(thrown) }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
