import type { DecodingPath } from '../../src/domain/model.ts';
import type { Generation } from '../../src/domain/run.ts';
import { NoMatch } from '../../src/onnx/rewrite/attention-site.ts';
import { BatchEngine } from '../batch/batch-engine.ts';
import { cacheBudget, limitsFor } from '../batch/limits.ts';
import type { OpenBatch } from '../batch/open-batch.ts';
import { openBatchOnDevice } from '../batch/open-on-device.ts';
import { expectedOf, probeBatch } from '../batch/self-test.ts';
import { generate, type GenerateOptions } from '../decoding/generate.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { GenerationJob } from '../protocol.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import type { Opened } from '../runtime/opening.ts';
import { batchScoring } from '../scoring/batch-scoring.ts';
import { plainScoring } from '../scoring/plain-scoring.ts';
import type { Score } from '../scoring/scoring.ts';
import { TurnQueue } from '../runtime/queue.ts';
import { maxDifference } from '../runtime/self-test.ts';
import { openDecoder, type DecoderFiles } from '../runtime/sessions.ts';

/** Continues one prompt; any number at a time. */
export type Generate = (job: GenerationJob, options: GenerateOptions) => Promise<Generation>;

/** How a model's prompts are continued from now on. */
export interface OpenPath {
  path: DecodingPath;
  generate: Generate;
  score: Score;
}

/** Wraps whatever opens a session anew, so that somebody hears where that fails. */
export type Watch = <Session>(reopen: () => Promise<Session>) => () => Promise<Session>;

/** An open decoder, and what to open another one from. */
interface Ground {
  opened: Opened;
  files: DecoderFiles;
  model: DecodingModel;
  watch: Watch;
}

/**
 * Opens the decoder for many rows in place of the plain one and keeps it where it gives the same
 * probabilities; else the plain one goes on alone.
 */
export async function openPath(ground: Ground): Promise<OpenPath> {
  const { opened, files, model, watch } = ground;
  // two copies of the weights may be more than there is room for
  await opened.decoder.release();
  const reopen = () => openBatchOnDevice(files, opened.device);
  const batch = await checked(reopen, opened);
  if (typeof batch === 'string') return plain(ground, batch);
  const { bytesPerPosition } = batch.decoder.caches;
  const { deviceMemory } = navigator as { deviceMemory?: number };
  const limits = limitsFor(cacheBudget(deviceMemory), bytesPerPosition, model.contextLength);
  const host = new DecoderHost(new TurnQueue(), batch, watch(reopen));
  const engine = new BatchEngine(host, model, limits);
  return {
    path: {
      kind: 'shared-prefix',
      reason: `Runs share what their prompts begin with, up to ${limits.rows} side by side.`,
    },
    generate: (job, options) => engine.generate(job, options),
    score: batchScoring(host, model, limits),
  };
}

/** A decoder for many rows that agrees with the plain one, or why there is none. */
async function checked(
  open: () => Promise<OpenBatch>,
  { rows, report }: Opened,
): Promise<OpenBatch | string> {
  let batch: OpenBatch | undefined;
  try {
    batch = await open();
    const difference = maxDifference(await probeBatch(batch.decoder), expectedOf(rows));
    // a probability moves by half of what its logit moves by, at most
    if (difference <= report.selfTest.tolerance / 2) return batch;
    await batch.release();
    return `the rewritten graph failed its self-test (a probability differs by ${difference.toPrecision(2)})`;
  } catch (thrown) {
    await batch?.release().catch(() => undefined);
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    return thrown instanceof NoMatch
      ? `the lab knows no rewrite for this model’s graph (${words})`
      : `the rewritten graph did not run (${words})`;
  }
}

async function plain({ opened, files, model, watch }: Ground, because: string): Promise<OpenPath> {
  const reopen = watch(() => openDecoder(files, opened.device));
  const host = new DecoderHost(new TurnQueue(), await reopen(), reopen);
  return {
    path: { kind: 'plain', reason: `Runs go one by one: ${because}.` },
    generate: (job, options) => generate(host, model, job, options),
    score: plainScoring(host, model),
  };
}
