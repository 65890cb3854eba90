import { Problem } from '../../src/domain/problem.ts';
import { adapterName, findAdapter, hasUsableSubgroups, requestDevice } from './gpu.ts';
import { tolerance, type Attempt, type Opening } from './opening.ts';
import { threadsInUse } from './ort.ts';
import { faultOf, maxDifference, probe, type Probe } from './self-test.ts';
import { openDecoder } from './sessions.ts';

/**
 * Opens a decoder on WebGPU and compares its logits with wasm's: with the runtime's subgroup kernels
 * where the adapter looks fit for them, then without.
 * @param expected what wasm gave
 */
export async function openOnGpu(
  opening: Opening,
  adapter: GPUAdapter,
  expected: Probe,
): Promise<Attempt> {
  const first = await attempt(opening, adapter, hasUsableSubgroups(adapter), expected);
  if ('opened' in first || !hasUsableSubgroups(adapter)) return first;
  // an adapter gives one device only
  const again = await findAdapter();
  return again ? attempt(opening, again, false, expected) : first;
}

async function attempt(
  opening: Opening,
  adapter: GPUAdapter,
  subgroups: boolean,
  expected: Probe,
): Promise<Attempt> {
  try {
    const device = await requestDevice(adapter, subgroups);
    return await compare(opening, adapter, { device, subgroups }, expected);
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

async function compare(
  opening: Opening,
  adapter: GPUAdapter,
  { device, subgroups }: { device: GPUDevice; subgroups: boolean },
  expected: Probe,
): Promise<Attempt> {
  const { files, requested, vocabularySize, tell } = opening;
  const name = adapterName(adapter.info);
  tell('session', `WebGPU (${name})`);
  const decoder = await openDecoder(files, device);
  tell('self-test', `WebGPU (${name})`);
  const rows = await probe(decoder, vocabularySize);
  const allowed = tolerance(opening, expected);
  const difference = maxDifference(rows, expected);
  const apart = `a logit differs from the CPU's by ${difference.toPrecision(2)}`;
  const fault = faultOf(rows, vocabularySize) ?? (difference <= allowed ? null : apart);
  if (fault !== null) {
    await decoder.release();
    device.destroy();
    return { fault };
  }
  const agreed = `no logit differs from the CPU's by more than ${difference.toPrecision(2)}`;
  const chosen = requested === 'webgpu' ? 'You chose WebGPU' : 'This browser offers WebGPU';
  const report = {
    kind: 'webgpu' as const,
    requested,
    adapter: name,
    threads: threadsInUse(),
    reason: `${chosen}, and its self-test passed: ${agreed}.${remark(adapter)}`,
    selfTest: { passed: true, maxDifference: difference, tolerance: allowed },
  };
  return { opened: { decoder, rows, device, subgroups, report } };
}

/** What a reader with a software adapter should know. */
function remark({ info }: GPUAdapter): string {
  return info.isFallbackAdapter
    ? ' It is a software adapter, without a GPU; choose the CPU to go faster.'
    : '';
}
