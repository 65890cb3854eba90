import type { Generation } from '../../src/domain/run.ts';
import type { GenerationJob, TokenEvent } from '../protocol.ts';
import type { Decoder } from '../runtime/decoder.ts';
import type { DecoderHost } from '../runtime/decoder-host.ts';
import { checkJob } from './check-job.ts';
import { GenerationRun } from './generation-run.ts';
import type { DecodingModel } from './model.ts';

/** What a generation may be given beside its job. */
export interface GenerateOptions {
  signal: AbortSignal;
  tell: (event: TokenEvent) => void;
}

/**
 * Continues one prompt. Takes a turn at the decoder for every step, so several generations advance side
 * by side; a cancel counts from the next step on.
 * @throws Problem where the prompt does not fit, or a run fails
 */
export async function generate(
  host: DecoderHost<Decoder>,
  model: DecodingModel,
  job: GenerationJob,
  { signal, tell }: GenerateOptions,
): Promise<Generation> {
  checkJob(job, model);
  const run = new GenerationRun(job, model, tell);
  while (!run.done) {
    await host.turn(async (decoder) => {
      if (signal.aborted) run.cancel();
      else await run.step(decoder);
    });
  }
  // where a turn failed, what the row held went with the session
  run.dispose();
  return run.result();
}
