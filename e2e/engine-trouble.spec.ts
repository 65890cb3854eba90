import { expect, generate, load, test, workerOf } from './engine-page/test.ts';

test('WebGPU that is chosen but not there is a problem, not a silent change', async ({ page }) => {
  await page.goto('');
  await expect(load(page, 'webgpu')).rejects.toThrow(/no WebGPU adapter/);
  expect((await load(page, 'auto')).device.kind).toBe('wasm');
});

test('WebGPU that computes nonsense is found out @device', async ({ page }, { project }) => {
  test.skip(project.name === 'wasm', 'needs an adapter');
  await page.goto('');
  const breakReading = () => {
    const { getMappedRange } = GPUBuffer.prototype;
    GPUBuffer.prototype.getMappedRange = function (...range) {
      const data = getMappedRange.apply(this, range);
      if (this.usage & GPUBufferUsage.MAP_READ) new Uint8Array(data).fill(0);
      return data;
    };
  };
  await (await workerOf(page)).evaluate(breakReading);
  const { device } = await load(page, 'auto');
  expect(device.kind).toBe('wasm');
  expect(device.reason).toMatch(/WebGPU .* failed the self-test.*same logit/);
  expect((await generate(page, [{}])).generations[0]?.tokens).toHaveLength(24);
});

test('what the browser does not hand over is computed again, not made up @device @long', async ({
  page,
}, { project }) => {
  test.skip(project.name === 'wasm', 'needs an adapter');
  await page.goto('');
  const worker = await workerOf(page);
  await worker.evaluate(() => {
    const { getMappedRange } = GPUBuffer.prototype;
    GPUBuffer.prototype.getMappedRange = function (...range) {
      const fault = self as unknown as { left?: number };
      // as where there is no memory for a copy, or the device goes at this moment
      if (this.usage & GPUBufferUsage.MAP_READ && fault.left && --fault.left === 0)
        throw new RangeError('no room');
      return getMappedRange.apply(this, range);
    };
  });
  await load(page, 'webgpu');
  /** What runs and scores say, in numbers. */
  const numbers = async () => {
    const { generations } = await generate(page, [{ maxNewTokens: 2, temperature: 1 }]);
    const jobs = [{ promptTokens: [5, 9, 30], tokens: [50, 60] }];
    const scores = await page.evaluate(
      (jobs) => window.engine.score({ jobs, alternatives: 1 }),
      jobs,
    );
    return [
      ...generations.flatMap(({ tokens, logProbabilities }) => [...tokens, ...logProbabilities]),
      ...scores.flatMap(({ logProbabilities, ranks, entropies, alternatives }) => [
        ...[...logProbabilities, ...ranks, ...entropies],
        ...alternatives.flat().flatMap((each) => [each.token, each.logProbability]),
      ]),
    ];
  };
  const undisturbed = await numbers();
  // eight results of each step, then six of the scoring
  for (const nth of [1, 7, 16, 22]) {
    await worker.evaluate((left) => Object.assign(self, { left }), nth);
    const disturbed = await numbers();
    expect(await worker.evaluate(() => (self as unknown as { left: number }).left)).toBe(0);
    expect(disturbed).toHaveLength(undisturbed.length);
    disturbed.forEach((value, i) => expect(value).toBeCloseTo(undisturbed[i] ?? NaN, 4));
  }
});

test('a lost device is noticed, told, and a new one loads @device', async ({ page }, {
  project,
}) => {
  test.skip(project.name === 'wasm', 'needs an adapter');
  await page.goto('');
  const worker = await workerOf(page);
  await worker.evaluate(() => {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...wanted) {
      const device = await requestDevice.apply(this, wanted);
      Object.assign(self, { loseDevice: () => device.destroy() });
      return device;
    };
  });
  await load(page);
  await worker.evaluate(() => (self as unknown as { loseDevice: () => void }).loseDevice());
  await expect
    .poll(() => page.evaluate(() => window.crashes))
    .toEqual([expect.stringMatching(/^device-failed: .*lost/)]);
  await load(page);
  expect((await generate(page, [{}])).generations[0]?.tokens).toHaveLength(24);
});

test('a crash while the model computes is noticed, named, and a new worker loads', async ({
  page,
}) => {
  await page.goto('');
  await load(page);
  const outcome = generate(page, [{ maxNewTokens: 90 }, { maxNewTokens: 90 }]).then(
    () => 'finished',
    (thrown: Error) => thrown.message,
  );
  await expect(page).toHaveTitle('streaming');
  const worker = await workerOf(page);
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('struck by lightning');
    });
  });
  expect(await outcome).toMatch(/worker “model” crashed.*struck by lightning/);
  expect(await page.evaluate(() => window.crashes)).toHaveLength(1);
  await load(page);
  expect((await generate(page, [{}])).generations[0]?.tokens).toHaveLength(24);
});
