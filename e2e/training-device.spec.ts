import type { Page } from '@playwright/test';
import type { TrainingEvent, TrainingRequest } from '../workers/protocol.ts';
import { tinySft } from '../workers/training/testing/requests.ts';
import { expect, load, test, workerOf } from './engine-page/test.ts';

declare global {
  interface Window {
    /** What trainings told so far. */
    told: TrainingEvent[];
  }
}

/** Trains to the end: steps told, the curve's losses and gradient norms, and the adapter's file. */
const train = (page: Page, request: TrainingRequest) =>
  page.evaluate(async (request) => {
    const before = (window.told ??= []).length;
    const { curve, file, device } = await window.engine.train(request, {
      onEvent: (event) => void window.told.push(event),
    });
    const bytes = await window.engine.readAdapter({ id: file.id });
    const told = window.told.slice(before);
    return { curve, device, told, bytes: [...bytes] };
  }, request);

const stepsIn = (told: readonly TrainingEvent[]) =>
  told.flatMap((event) => (event.kind === 'step' ? [event.point.step] : []));

/** The numbers of a safetensors file of halves or floats, as bytes behind its header. */
const body = (bytes: readonly number[]): Float32Array => {
  const file = Uint8Array.from(bytes);
  const header = Number(new DataView(file.buffer).getBigUint64(0, true));
  return new Float32Array(file.slice(8 + header).buffer);
};

test('a device that is lost in the middle of a training costs the steps since its checkpoint @device', async ({
  page,
}, { project }) => {
  test.skip(project.name === 'wasm', 'needs an adapter');
  await page.goto('');
  const loseable = async () =>
    (await workerOf(page)).evaluate(() => {
      const { requestDevice } = GPUAdapter.prototype;
      GPUAdapter.prototype.requestDevice = async function (...wanted) {
        const device = await requestDevice.apply(this, wanted);
        Object.assign(self, { loseDevice: () => device.destroy() });
        return device;
      };
    });
  const request = { ...tinySft({ epochs: 2, validation: 0 }), device: 'webgpu' as const };
  await loseable();
  await load(page, 'webgpu');
  const undisturbed = await train(page, { ...request, id: 'whole' });
  expect(undisturbed.device).toBe('webgpu');
  const all = undisturbed.curve.steps.map(({ step }) => step);
  expect(all).toEqual([1, 2, 3, 4, 5, 6]);

  // the CPU comes to the same
  const onCpu = await train(page, { ...request, id: 'cpu', device: 'wasm' });
  expect(onCpu.device).toBe('wasm');
  onCpu.curve.steps.forEach(({ loss, gradientNorm }, i) => {
    const there = undisturbed.curve.steps[i];
    expect(loss).toBeCloseTo(there?.loss ?? NaN, 3);
    expect(gradientNorm).toBeCloseTo(there?.gradientNorm ?? NaN, 2);
  });

  // held up after two steps, which keeps them; let go on, and the device lost in the middle of what follows
  const cut = page.evaluate(
    async (request) => {
      const from = window.told.length;
      const training = window.engine.train(request, {
        onEvent: (event) => {
          window.told.push(event);
          if (event.kind === 'step' && event.point.step === 2)
            void window.engine.pauseTraining({ id: request.id });
          if (event.kind === 'paused') void window.engine.resumeTraining({ id: request.id });
          if (event.kind === 'resumed') document.title = 'goes on';
        },
      });
      const problem = await training.then(
        () => 'finished',
        (thrown: Error & { code?: string }) => `${thrown.code}: ${thrown.message}`,
      );
      return { problem, told: window.told.slice(from) };
    },
    { ...request, id: 'cut' },
  );
  await expect(page).toHaveTitle('goes on');
  await (
    await workerOf(page)
  ).evaluate(() => (self as unknown as { loseDevice: () => void }).loseDevice());
  const { problem, told } = await cut;
  expect(problem).toMatch(/^device-failed: /);
  const kept = told.findLast((event) => event.kind === 'checkpoint')?.step ?? 0;
  expect(kept).toBeGreaterThanOrEqual(2);
  expect(kept).toBeLessThan(6);

  await load(page, 'webgpu');
  const rest = await train(page, { ...request, id: 'cut' });
  const [begun] = rest.told.flatMap((event) => (event.kind === 'begun' ? [event.done] : []));
  // the worker may have been at a later checkpoint when the device went
  expect(begun).toBeGreaterThanOrEqual(kept);
  expect(stepsIn(rest.told)).toEqual(all.slice(begun));
  expect(rest.curve.steps.map(({ step }) => step)).toEqual(all);
  rest.curve.steps.forEach(({ loss }, i) =>
    expect(loss).toBeCloseTo(undisturbed.curve.steps[i]?.loss ?? NaN, 4),
  );
  const [whole, after] = [body(undisturbed.bytes), body(rest.bytes)];
  expect(after).toHaveLength(whole.length);
  let most = 0;
  after.forEach((value, i) => (most = Math.max(most, Math.abs(value - (whole[i] ?? NaN)))));
  expect(most).toBeLessThan(1e-3);
});
