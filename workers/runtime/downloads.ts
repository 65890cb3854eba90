/** Why the browser did not hand over what a device computed; emptied before each piece of work. */
const refusals = new WeakMap<GPUDevice, unknown[]>();

/**
 * Notes each buffer of a device that the browser maps but does not hand over. The runtime's own glue
 * (onnxruntime-web 1.30) catches what `getMappedRange` throws and goes on with whatever lies at address 0:
 * wrong tokens, and no error.
 * @returns the device
 */
export function watchDownloads(device: GPUDevice): GPUDevice {
  const noted: unknown[] = [];
  refusals.set(device, noted);
  const createBuffer = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const buffer = createBuffer(descriptor);
    if (descriptor.usage & GPUBufferUsage.MAP_READ) watchBuffer(buffer, noted);
    return buffer;
  };
  return device;
}

function watchBuffer(buffer: GPUBuffer, noted: unknown[]): void {
  const getMappedRange = buffer.getMappedRange.bind(buffer);
  buffer.getMappedRange = (...range) => {
    try {
      return getMappedRange(...range);
    } catch (thrown) {
      noted.push(thrown);
      throw thrown;
    }
  };
}

/**
 * Does work on a device, one piece at a time.
 * @param giveUp frees a result that cannot be trusted
 * @throws whatever the work throws, and Error where a download failed unseen
 */
export async function withDownloads<Result>(
  device: GPUDevice,
  work: () => Promise<Result>,
  giveUp: (result: Result) => Promise<void> | void,
): Promise<Result> {
  const noted = refusals.get(device) ?? [];
  noted.length = 0;
  const result = await work();
  if (noted.length === 0) return result;
  await giveUp(result);
  throw new Error('the browser did not hand over what the device computed', { cause: noted[0] });
}
