import type { Worker } from '@playwright/test';
import { manyRuns, shapes } from './engine-page/many-runs.ts';
import { expect, load, test, workerOf } from './engine-page/test.ts';

/** Buffers of the device that were made and not given up, and their bytes. */
interface Held {
  buffers: number;
  bytes: number;
}

/** Counts buffers from now on. @returns asks for what is held */
async function countBuffers(worker: Worker): Promise<() => Promise<Held>> {
  await worker.evaluate(() => {
    const held = { buffers: 0, bytes: 0 };
    const live = new WeakSet<GPUBuffer>();
    const { createBuffer } = GPUDevice.prototype;
    GPUDevice.prototype.createBuffer = function (descriptor) {
      const buffer = createBuffer.call(this, descriptor);
      live.add(buffer);
      held.buffers += 1;
      held.bytes += buffer.size;
      return buffer;
    };
    const { destroy } = GPUBuffer.prototype;
    GPUBuffer.prototype.destroy = function () {
      if (live.delete(this)) {
        held.buffers -= 1;
        held.bytes -= this.size;
      }
      destroy.call(this);
    };
    Object.assign(self, { held });
  });
  return () => worker.evaluate(() => (self as unknown as { held: Held }).held);
}

test('runs leave no buffers of the device behind @device', async ({ page }, { project }) => {
  test.skip(project.name === 'wasm', 'needs an adapter');
  await page.goto('');
  const held = await countBuffers(await workerOf(page));
  const { device } = await load(page, 'webgpu');
  expect(device.path).toMatchObject({ kind: 'shared-prefix' });
  // what is made once is made here, and what is kept for later is kept
  await manyRuns(page, 4, 2 * shapes);
  await manyRuns(page, 4, shapes);
  const before = await held();
  await manyRuns(page, 4, shapes);
  const after = await held();
  // how many wait to be used again depends on the moment
  expect(after.buffers).toBeLessThan(before.buffers + 2 * shapes);
  expect(after.bytes).toBeLessThan(1.02 * before.bytes);
});
