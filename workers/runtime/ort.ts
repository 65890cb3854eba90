import * as ort from 'onnxruntime-web/webgpu';
import cpuScript from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import cpuCode from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import gpuScript from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuCode from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { secondSeat } from '../../src/domain/seats.ts';
import { threadCount } from './threads.ts';

/**
 * The one place that knows onnxruntime-web's files: ours, beside the page, never a CDN's. The build for
 * WebGPU runs on the CPU too, but is twice the size and there about half as fast, so each has its own.
 */
const builds = {
  wasm: { mjs: cpuScript, wasm: cpuCode },
  webgpu: { mjs: gpuScript, wasm: gpuCode },
};

/** Threads in use; the runtime lowers what was asked for where it cannot have it. */
export const threadsInUse = (): number => ort.env.wasm.numThreads ?? 1;

/** Of onnxruntime-web, as it says itself. */
export const runtimeVersion = (): string => ort.env.versions.web ?? ort.env.versions.common;

/**
 * The smallest model there is (ONNX bytes): y = Identity(x). Opening it starts the runtime.
 * ir_version 8, graph { node { x -> y, Identity }, name "g", input x, output y: float }, opset 13
 */
const smallest = Uint8Array.of(
  ...[8, 8, 58, 51, 10, 16, 10, 1, 120, 18, 1, 121, 34, 8],
  ...Array.from('Identity', (c) => c.charCodeAt(0)),
  ...[18, 1, 103],
  ...[90, 13, 10, 1, 120, 18, 8, 10, 6, 8, 1, 18, 2, 10, 0],
  ...[98, 13, 10, 1, 121, 18, 8, 10, 6, 8, 1, 18, 2, 10, 0],
  ...[66, 2, 16, 13],
);

/**
 * Fetches and compiles the runtime; meant to run while a model's files come in. Once in a worker's
 * life: the runtime can neither change its build nor start again after it failed.
 */
export async function startRuntime(build: keyof typeof builds): Promise<void> {
  const { mjs, wasm } = builds[build];
  // a relative base gives relative addresses, which the runtime would take from its own place
  const absolute = (address: string) => new URL(address, import.meta.url).href;
  ort.env.wasm.wasmPaths = { mjs: absolute(mjs), wasm: absolute(wasm) };
  ort.env.wasm.numThreads = threadCount(
    navigator.hardwareConcurrency || 1,
    crossOriginIsolated,
    self.name === secondSeat,
  );
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(smallest, { executionProviders: ['wasm'] });
  await session.release();
}

export { ort };
