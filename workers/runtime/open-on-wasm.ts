import { Problem } from '../../src/domain/problem.ts';
import type { Decoder } from './decoder.ts';
import { tolerance, type Opened, type Opening } from './opening.ts';
import { threadsInUse } from './ort.ts';
import { openFailed } from './problems.ts';
import { faultOf, probe, type Probe } from './self-test.ts';
import { openDecoder } from './sessions.ts';

/** A decoder on wasm, the logits it was tested with, and what it becomes with a reason to be used. */
export interface OnWasm {
  decoder: Decoder;
  rows: Probe;
  because: (reason: string) => Opened;
}

/**
 * Opens a decoder on the CPU and looks at its logits: finite, and not the same everywhere.
 * @throws Problem 'device-failed'
 */
export async function openOnWasm(opening: Opening): Promise<OnWasm> {
  const { files, requested, vocabularySize, tell } = opening;
  tell('session', 'CPU (wasm)');
  const decoder = await openDecoder(files, null).catch((thrown: unknown) => {
    throw openFailed(thrown);
  });
  tell('self-test', 'CPU (wasm)');
  const rows = await probe(decoder, vocabularySize);
  const fault = faultOf(rows, vocabularySize);
  if (fault !== null) {
    throw new Problem({
      code: 'device-failed',
      message: `The model failed its self-test on the CPU: ${fault}.`,
      remedy: 'Choose another precision or another model; this one gives no usable answers here.',
    });
  }
  const selfTest = { passed: true, maxDifference: null, tolerance: tolerance(opening, rows) };
  const because = (reason: string): Opened => ({
    decoder,
    rows,
    device: null,
    subgroups: false,
    report: {
      kind: 'wasm',
      requested,
      adapter: null,
      threads: threadsInUse(),
      reason,
      selfTest,
    },
  });
  return { decoder, rows, because };
}
