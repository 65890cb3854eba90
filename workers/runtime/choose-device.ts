import type { DeviceChoice, DeviceReport, Precision } from '../../src/domain/model.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Decoder } from './decoder.ts';
import { adapterName, findAdapter, hasUsableSubgroups, requestDevice } from './gpu.ts';
import { threadsInUse } from './ort.ts';
import { openFailed } from './problems.ts';
import { faultOf, maxDifference, probe, spread, type Probe } from './self-test.ts';
import { openDecoder, type DecoderFiles } from './sessions.ts';

/** What is to be opened, and where the reader wants it. */
export interface Opening {
  files: DecoderFiles;
  precision: Precision;
  vocabularySize: number;
  requested: DeviceChoice;
  /** Told of each stage before it starts. */
  tell: (stage: 'session' | 'self-test', subject: string) => void;
}

/** A decoder that passed its self-test. */
export interface Opened {
  decoder: Decoder;
  report: DeviceReport;
  /** The device it runs on; null is wasm. */
  device: GPUDevice | null;
}

/**
 * How far logits may lie from wasm's, in standard deviations of the logits. In 4 bits wasm itself rounds
 * activations in some kernels, so more is allowed.
 */
const allowance: Record<Precision, number> = { fp32: 0.01, q4: 0.1 };

/**
 * Opens a decoder where the reader wants it: "auto" is WebGPU if there is an adapter and the self-test
 * agrees with wasm, else wasm. A choice is respected or refused, never quietly changed.
 * @throws Problem 'device-failed'
 */
export async function openOnDevice(opening: Opening): Promise<Opened> {
  const { requested } = opening;
  if (requested === 'wasm') return (await openOnWasm(opening)).because('You chose the CPU.');
  const adapter = await findAdapter();
  if (!adapter) {
    const why = 'This browser offers no WebGPU adapter';
    if (requested === 'webgpu') throw refused(`${why}.`);
    return (await openOnWasm(opening)).because(`${why}, so the model runs on the CPU.`);
  }
  const wasm = await openOnWasm(opening);
  const gpu = await tryOnGpu(opening, adapter, wasm.rows);
  if ('opened' in gpu) {
    await wasm.decoder.release();
    return gpu.opened;
  }
  const why = `WebGPU (${adapterName(adapter.info)}) failed the self-test: ${gpu.fault}`;
  if (requested === 'webgpu') {
    await wasm.decoder.release();
    throw refused(`${why}.`);
  }
  return wasm.because(`${why}. So the model runs on the CPU.`);
}

interface OnWasm {
  decoder: Decoder;
  rows: Probe;
  because: (reason: string) => Opened;
}

async function openOnWasm(opening: Opening): Promise<OnWasm> {
  const { files, requested, vocabularySize, tell } = opening;
  tell('session', 'CPU (wasm)');
  const decoder = await openDecoder(files, null).catch((thrown: unknown) => {
    throw openFailed(thrown);
  });
  tell('self-test', 'CPU (wasm)');
  const rows = await probe(decoder, vocabularySize);
  const fault = faultOf(rows, vocabularySize);
  if (fault !== null) {
    await decoder.release();
    throw new Problem({
      code: 'device-failed',
      message: `The model failed its self-test on the CPU: ${fault}.`,
      remedy: 'Choose another precision or another model; this one gives no usable answers here.',
    });
  }
  const because = (reason: string): Opened => ({
    decoder,
    device: null,
    report: {
      kind: 'wasm',
      requested,
      adapter: null,
      threads: threadsInUse(),
      reason,
      selfTest: { passed: true, maxDifference: null, tolerance: tolerance(opening, rows) },
    },
  });
  return { decoder, rows, because };
}

const tolerance = ({ precision }: Opening, rows: Probe) => allowance[precision] * spread(rows);

/** Tries with the runtime's subgroup kernels where the adapter looks fit for them, then without. */
async function tryOnGpu(
  opening: Opening,
  adapter: GPUAdapter,
  expected: Probe,
): Promise<{ opened: Opened } | { fault: string }> {
  let fault = '';
  for (const subgroups of hasUsableSubgroups(adapter) ? [true, false] : [false]) {
    try {
      const attempt = await openOnGpu(opening, adapter, subgroups, expected);
      if ('opened' in attempt) return attempt;
      fault = attempt.fault;
    } catch (thrown) {
      if (thrown instanceof Problem) throw thrown;
      fault = thrown instanceof Error ? thrown.message : String(thrown);
    }
    // an adapter gives one device only
    adapter = (await findAdapter()) ?? adapter;
  }
  return { fault };
}

async function openOnGpu(
  opening: Opening,
  adapter: GPUAdapter,
  subgroups: boolean,
  expected: Probe,
): Promise<{ opened: Opened } | { fault: string }> {
  const { files, requested, vocabularySize, tell } = opening;
  const name = adapterName(adapter.info);
  tell('session', `WebGPU (${name})`);
  const device = await requestDevice(adapter, subgroups);
  const decoder = await openDecoder(files, device);
  tell('self-test', `WebGPU (${name})`);
  const rows = await probe(decoder, vocabularySize);
  const allowed = tolerance(opening, expected);
  const difference = maxDifference(rows, expected);
  const fault =
    faultOf(rows, vocabularySize) ??
    (difference <= allowed
      ? null
      : `a logit differs from the CPU's by ${difference.toPrecision(2)}`);
  if (fault !== null) {
    await decoder.release();
    device.destroy();
    return { fault };
  }
  const agreed = `no logit differs from the CPU's by more than ${difference.toPrecision(2)}`;
  const reason =
    requested === 'webgpu'
      ? `You chose WebGPU; its self-test passed: ${agreed}.`
      : `WebGPU is there and its self-test passed: ${agreed}.`;
  const selfTest = { passed: true, maxDifference: difference, tolerance: allowed };
  const report: DeviceReport = {
    kind: 'webgpu',
    requested,
    adapter: name,
    threads: threadsInUse(),
    reason,
    selfTest,
  };
  return { opened: { decoder, device, report } };
}

function refused(why: string): Problem {
  return new Problem({
    code: 'device-failed',
    message: why,
    remedy: 'Choose the CPU, or “auto” as the device; or try a browser with WebGPU.',
  });
}
