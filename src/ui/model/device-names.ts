import type { DeviceKind } from '../../domain/model.ts';

/** What the reader reads for a device. */
export const deviceNames: Record<DeviceKind, string> = { webgpu: 'WebGPU', wasm: 'CPU (wasm)' };
