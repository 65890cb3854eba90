import type { DecodingPath } from '../../src/domain/model.ts';
import type { Generation } from '../../src/domain/run.ts';
import type { Change } from '../adapting/change.ts';
import { BatchEngine } from '../batch/batch-engine.ts';
import { cacheBudget, limitsFor } from '../batch/limits.ts';
import type { OpenBatch } from '../batch/open-batch.ts';
import { openBatchOnDevice } from '../batch/open-on-device.ts';
import { generate, type GenerateOptions } from '../decoding/generate.ts';
import type { DecodingModel } from '../decoding/model.ts';
import type { GenerationJob, MemoryUse } from '../protocol.ts';
import type { Decoder } from '../runtime/decoder.ts';
import { DecoderHost } from '../runtime/decoder-host.ts';
import type { TurnQueue } from '../runtime/queue.ts';
import { openDecoder, type DecoderFiles } from '../runtime/sessions.ts';
import { batchScoring } from '../scoring/batch-scoring.ts';
import { plainScoring } from '../scoring/plain-scoring.ts';
import type { Score } from '../scoring/scoring.ts';

/** Continues one prompt; any number at a time. */
export type Generate = (job: GenerationJob, options: GenerateOptions) => Promise<Generation>;

/** How a model's prompts are continued from now on. */
export interface Serving {
  path: DecodingPath;
  generate: Generate;
  score: Score;
  /** Lets go of what was kept of earlier prompts, so that it leaves no trace in what comes next. */
  forget: () => void;
  memory: () => MemoryUse | null;
  /** Closes the sessions, after what is at work; they open again when they are asked for. */
  release: () => Promise<void>;
}

/** Wraps whatever opens a session anew, so that somebody hears where that fails. */
export type Watch = <Session>(reopen: () => Promise<Session>) => () => Promise<Session>;

/** What a model is served from. */
export interface Ground {
  files: DecoderFiles;
  /** Null is wasm. */
  device: GPUDevice | null;
  model: DecodingModel;
  watch: Watch;
  /** Of all that runs in this worker. */
  queue: TurnQueue;
  /** Other weights than the files'; left out: those. */
  change?: Change;
}

/** Many prompts at a time. */
export function serveTogether(ground: Ground, batch: OpenBatch): Serving {
  const { files, device, model, watch, queue, change } = ground;
  const { bytesPerPosition } = batch.decoder.caches;
  const { deviceMemory } = navigator as { deviceMemory?: number };
  const allowed = cacheBudget(deviceMemory);
  const limits = limitsFor(allowed, bytesPerPosition);
  const reopen = watch(() => openBatchOnDevice(files, device, change));
  const host = new DecoderHost(queue, batch, reopen);
  const engine = new BatchEngine(host, model, limits);
  return {
    path: {
      kind: 'shared-prefix',
      reason: `Runs share what their prompts begin with, up to ${limits.rows} side by side.`,
    },
    generate: (job, options) => engine.generate(job, options),
    score: batchScoring(host, model, limits),
    forget: () => engine.forget(),
    memory: () => ({ allowed, perPosition: bytesPerPosition, ...engine.memory }),
    release: () => host.release(),
  };
}

/**
 * Prompts by turns, each by itself.
 * @param decoder one that is open already
 */
export async function servePlain(
  ground: Ground,
  reason: string,
  decoder?: Decoder,
): Promise<Serving> {
  const { files, device, model, watch, queue, change } = ground;
  const reopen = watch(() => openDecoder(files, device, change));
  const host = new DecoderHost(queue, decoder ?? (await reopen()), reopen);
  return {
    path: { kind: 'plain', reason },
    generate: (job, options) => generate(host, model, job, options),
    score: plainScoring(host, model),
    forget: () => undefined,
    memory: () => null,
    release: () => host.release(),
  };
}
