import { openSession } from '../runtime/sessions.ts';
import type { TrainingDevice } from './ground.ts';
import { deviceVectors, hostVectors } from './learning/device-vectors.ts';

/** Where a worker can train: on the CPU always, on the model's WebGPU device where it has one. */
export function trainingDevices(device: GPUDevice | null): TrainingDevice[] {
  const cpu: TrainingDevice = {
    kind: 'wasm',
    software: false,
    open: (graph, staying, beside) => openSession(graph, beside, null, staying),
    vectors: hostVectors,
  };
  if (!device) return [cpu];
  // the type has it always, older browsers have not
  const { isFallbackAdapter = false } = (device.adapterInfo ?? {}) as Partial<GPUAdapterInfo>;
  const gpu: TrainingDevice = {
    kind: 'webgpu',
    software: isFallbackAdapter,
    open: (graph, staying, beside) => openSession(graph, beside, device, staying),
    vectors: deviceVectors(device),
  };
  return [cpu, gpu];
}
