import type { DecodingPath } from '../../src/domain/model.ts';
import { NoMatch } from '../../src/onnx/rewrite/sites/attention-site.ts';
import type { OpenBatch } from '../batch/open-batch.ts';
import { openBatchOnDevice } from '../batch/open-on-device.ts';
import { expectedOf, probeBatch } from '../batch/self-test.ts';
import type { Opened } from '../runtime/opening.ts';
import { maxDifference } from '../runtime/self-test.ts';
import { servePlain, serveTogether, type Ground, type Serving } from './serving.ts';

/** Why runs go one by one where they were asked to, or where that is faster; undefined: they need not. */
export function plainByChoice(
  wanted: DecodingPath['kind'] | undefined,
  adapter: GPUAdapter | null,
): string | undefined {
  if (wanted === 'plain') return 'Runs go one by one, as was asked.';
  // a program on the CPU, where starting a kernel costs more than what it computes
  if (wanted === undefined && adapter?.info.isFallbackAdapter)
    return 'Runs go one by one: on a software adapter the many small kernels of the other way take longer.';
  return undefined;
}

/**
 * Opens the decoder for many rows in place of the plain one and keeps it where it gives the same
 * probabilities; else the plain one goes on alone.
 */
export async function openPath(ground: Ground, opened: Opened): Promise<Serving> {
  // two copies of the weights may be more than there is room for
  await opened.decoder.release();
  const batch = await checked(() => openBatchOnDevice(ground.files, ground.device), opened);
  return typeof batch === 'string'
    ? servePlain(ground, `Runs go one by one: ${batch}.`)
    : serveTogether(ground, batch);
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
