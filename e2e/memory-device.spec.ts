import type { Worker } from '@playwright/test';
import { manyRuns, shapes } from './engine-page/many-runs.ts';
import { expect, generate, load, test, workerOf } from './engine-page/test.ts';

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

test('runs leave no buffers of the device behind @device @long', async ({ page }, { project }) => {
  test.skip(project.name === 'wasm', 'needs an adapter');
  await page.goto('');
  const held = await countBuffers(await workerOf(page));
  const { device } = await load(page, 'webgpu');
  expect(device.path).toMatchObject({ kind: 'shared-prefix' });
  // what is made once is made here, and what is kept for later is kept
  await manyRuns(page, 4, 2 * shapes);
  const rounds: Held[] = [];
  for (let round = 0; round < 4; round++) {
    await manyRuns(page, 4, shapes);
    rounds.push({ ...(await held()) });
  }
  // how many wait to be used again depends on the moment; what is lost grows with every round
  const most = (of: keyof Held) => Math.max(...rounds.slice(0, 2).map((round) => round[of]));
  const least = (of: keyof Held) => Math.min(...rounds.slice(2).map((round) => round[of]));
  expect(least('buffers')).toBeLessThan(most('buffers') + 2 * shapes);
  expect(least('bytes')).toBeLessThan(1.02 * most('bytes'));
});

test('runs that break leave no buffers of the device behind @device @long', async ({ page }, {
  project,
}) => {
  test.skip(project.name === 'wasm', 'needs an adapter');
  await page.goto('');
  const worker = await workerOf(page);
  const held = await countBuffers(worker);
  await worker.evaluate(() => {
    const { mapAsync } = GPUBuffer.prototype;
    GPUBuffer.prototype.mapAsync = function (...range) {
      const fault = self as unknown as { refused?: number };
      if (!fault.refused) return mapAsync.apply(this, range);
      fault.refused -= 1;
      return Promise.reject(new DOMException('refused', 'OperationError'));
    };
  });
  await load(page, 'webgpu', 'fp32', 'plain');
  const broken = /broke off while it was computing/;
  /** A run that breaks, beside one that goes on with a new session; then a scoring that breaks twice. */
  const trouble = async () => {
    await worker.evaluate(() => Object.assign(self, { refused: 1 }));
    const runs = [1, 2].map(() => generate(page, [{ maxNewTokens: 3 }]));
    const outcomes = (await Promise.allSettled(runs)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    await worker.evaluate(() => Object.assign(self, { refused: 2 }));
    const scored = page.evaluate(() =>
      window.engine.score({ jobs: [{ promptTokens: [5, 9], tokens: [50] }], alternatives: 0 }),
    );
    await expect(scored).rejects.toThrow(broken);
    await generate(page, [{ maxNewTokens: 1 }]);
  };
  await trouble();
  const before = await held();
  await trouble();
  await trouble();
  expect(await held()).toEqual(before);
});
