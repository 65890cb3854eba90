import type { Tensor } from 'onnxruntime-common';
import { Tensor as HostTensor } from 'onnxruntime-common';
import { withDownloads } from '../../runtime/downloads.ts';

/** Moves flat vectors between memory and where steps are computed. */
export interface Vectors {
  /** A vector [n] where steps read it; the caller's to dispose of. */
  up(values: Float32Array<ArrayBuffer>): Tensor;
  /** Its numbers, in memory that nobody else writes to. */
  down(tensor: Tensor): Promise<Float32Array<ArrayBuffer>>;
}

/** On the CPU they are where they are. */
export const hostVectors: Vectors = {
  up: (values) => new HostTensor('float32', values.slice(), [values.length]),
  down: (tensor) => Promise.resolve(Float32Array.from(tensor.data as Float32Array)),
};

/** In buffers of a WebGPU device, where they stay from step to step. */
export function deviceVectors(device: GPUDevice): Vectors {
  return {
    up: (values) => {
      // the runtime binds whole sixteens of bytes
      const size = Math.ceil(values.byteLength / 16) * 16;
      const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
      const buffer = device.createBuffer({ size, usage: STORAGE | COPY_SRC | COPY_DST });
      device.queue.writeBuffer(buffer, 0, values);
      return HostTensor.fromGpuBuffer(buffer, {
        dataType: 'float32',
        dims: [values.length],
        dispose: () => buffer.destroy(),
      });
    },
    down: async (tensor) => {
      const data = await withDownloads(
        device,
        () => tensor.getData(),
        () => undefined,
      );
      return Float32Array.from(data as Float32Array);
    },
  };
}
