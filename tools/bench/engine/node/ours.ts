import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { BatchEngine } from '../../../../workers/batch/batch-engine.ts';
import { cacheBudget, limitsFor } from '../../../../workers/batch/limits.ts';
import {
  openBatch,
  type OpenBatch,
  type OpenSession,
} from '../../../../workers/batch/open-batch.ts';
import type { DecodingModel } from '../../../../workers/decoding/model.ts';
import { DecoderHost } from '../../../../workers/runtime/decoder-host.ts';
import { TurnQueue } from '../../../../workers/runtime/queue.ts';
import { Sampler } from '../../../../workers/sampler/sampler.ts';
import { batchScoring } from '../../../../workers/scoring/batch-scoring.ts';
import { readHubConfig } from '../../../evaluate/model/exported.ts';
import { Clock } from './clock.ts';
import type { InProcess, NodeOpening } from './messages.ts';

const files = { fp32: 'model.onnx', q4: 'model_q4.onnx' } as const;
/** What the page allows itself on a machine that says it has 8 GiB. */
const budget = cacheBudget(8);

const never = new AbortController().signal;
const quiet = { signal: never, tell: () => undefined };

/** The lab's engine over onnxruntime-node, with a clock on what it does. */
export async function openOurs(opening: NodeOpening): Promise<InProcess> {
  const { folder, precision, threads } = opening;
  const config = readHubConfig('config.json', readFileSync(join(folder, 'config.json'), 'utf8'));
  const clock = new Clock();
  const open: OpenSession = async (graph, _, beside) => {
    const session = await InferenceSession.create(graph, {
      externalData: beside,
      intraOpNumThreads: threads,
      logSeverityLevel: 3,
      // sizes change with every run: patterns of memory would be kept for each of them
      enableMemPattern: false,
    });
    return clock.on(session, ['run'], 'runtime');
  };
  const bytes = new Uint8Array(readFileSync(join(folder, 'onnx', files[precision])));
  const batch = await openBatch(bytes, open, open, 'memory');
  const { caches } = batch.decoder;
  clock.on(caches, ['extend', 'regroup', 'join', 'stack'], 'caches');
  const host = new DecoderHost<OpenBatch>(new TurnQueue(), batch, () =>
    Promise.reject(new Error('a run failed')),
  );
  const model: DecodingModel = {
    contextLength: config.contextLength,
    vocabularySize: config.vocabSize,
    endTokens: new Set(),
    chunkLength: 256,
    decode: () => '',
    sampler: new Sampler(config.vocabSize),
  };
  const limits = limitsFor(budget, caches.bytesPerPosition);
  return {
    about: `onnxruntime-node, ${threads} threads, shared-prefix`,
    async run(jobs) {
      // a new one each time: nothing is kept from before
      const engine = new BatchEngine(host, model, limits);
      clock.reset();
      const start = performance.now();
      const answers = await Promise.all(jobs.map((job) => engine.generate(job, quiet)));
      const milliseconds = performance.now() - start;
      const { runtime, caches: moving } = clock.spent;
      const spent = { runtime, caches: moving, drawing: milliseconds - runtime - moving };
      return { tokens: answers.map(({ tokens }) => tokens), milliseconds, spent };
    },
    async score(jobs) {
      const start = performance.now();
      const scores = await batchScoring(
        host,
        model,
        limits,
      )({ jobs: [...jobs], alternatives: 0 }, quiet);
      const logProbabilities = scores.map((score) => score.logProbabilities);
      return { logProbabilities, milliseconds: performance.now() - start };
    },
  };
}
