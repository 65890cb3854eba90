import { adapterName } from './gpu.ts';
import { openOnGpu } from './open-on-gpu.ts';
import { openOnWasm } from './open-on-wasm.ts';
import type { Opened, Opening } from './opening.ts';
import { webgpuRefused } from './problems.ts';

/**
 * Opens a decoder where the reader wants it: "auto" is WebGPU if there is an adapter and the self-test
 * agrees with wasm, else wasm. A choice is respected or refused, never quietly changed.
 * @throws Problem 'device-failed'
 */
export async function openOnDevice(opening: Opening, adapter: GPUAdapter | null): Promise<Opened> {
  const { requested } = opening;
  if (!adapter && requested === 'webgpu') throw webgpuRefused();
  const wasm = await openOnWasm(opening);
  if (requested === 'wasm') return wasm.because('You chose the CPU.');
  if (!adapter) {
    return wasm.because('This browser offers no WebGPU adapter, so the model runs on the CPU.');
  }
  const gpu = await openOnGpu(opening, adapter, wasm.rows);
  if ('opened' in gpu) {
    await wasm.decoder.release();
    return gpu.opened;
  }
  const name = adapterName(adapter.info);
  if (requested === 'webgpu') throw webgpuRefused(name, gpu.fault);
  return wasm.because(
    `WebGPU (${name}) failed the self-test, so the model runs on the CPU: ${gpu.fault}.`,
  );
}
