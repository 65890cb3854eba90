import type { DeviceReport } from '../../src/domain/model.ts';
import { openBatchOnDevice } from '../batch/open-on-device.ts';
import type { DecodingModel } from '../decoding/model.ts';
import { openOnDevice } from '../runtime/choose-device.ts';
import { adapterName, findAdapter, requestDevice } from '../runtime/gpu.ts';
import { TurnQueue } from '../runtime/queue.ts';
import type { Opening } from '../runtime/opening.ts';
import { openPath, plainByChoice } from './decoding-path.ts';
import { recall, remember, type Circumstances, type Finding } from './findings.ts';
import { servePlain, serveTogether, type Ground, type Serving, type Watch } from './serving.ts';

/** A model that answers, and where. */
export interface OpenModel {
  serving: Serving;
  /** What it is served from; more sessions can be opened on it. */
  ground: Ground;
  report: DeviceReport;
  /** Resolves, with the browser's words, when the device is lost or no session can be opened on it. */
  lost: Promise<string>;
}

/** What decoding wants to know of a model, given whether it runs on WebGPU. */
type ModelOn = (device: GPUDevice | null) => DecodingModel;

/**
 * Opens a model on the device and the path that its self-tests allow. What they found is kept: under the
 * same circumstances the model is opened the same way at once.
 * @throws Problem 'device-failed'
 */
export async function openModel(
  opening: Opening,
  adapter: GPUAdapter | null,
  circumstances: Circumstances,
  modelOn: ModelOn,
): Promise<OpenModel> {
  const known = await recall(circumstances);
  if (known) {
    const again = await openAgain(known, opening, adapter, modelOn).catch(() => null);
    if (again) return again;
    await remember(circumstances, null);
    // an adapter gives one device only
    adapter = adapter && (await findAdapter());
  }
  const opened = await openOnDevice(opening, adapter);
  const { lost, watch } = watchOver(opened.device);
  const { device } = opened;
  const queue = new TurnQueue();
  const ground: Ground = { files: opening.files, device, model: modelOn(device), watch, queue };
  const because = plainByChoice(circumstances.path, device && adapter);
  const serving =
    because === undefined
      ? await openPath(ground, opened)
      : await servePlain(ground, because, opened.decoder);
  const report = { ...opened.report, path: serving.path };
  await remember(circumstances, { report, subgroups: opened.subgroups });
  return { serving, ground, report, lost };
}

/** Opens what an earlier load found fit; null where the device is not there. */
async function openAgain(
  { report, subgroups }: Finding,
  { files, tell }: Opening,
  adapter: GPUAdapter | null,
  modelOn: ModelOn,
): Promise<OpenModel | null> {
  const onGpu = report.kind === 'webgpu';
  if (onGpu && !adapter) return null;
  tell('session', onGpu && adapter ? `WebGPU (${adapterName(adapter.info)})` : 'CPU (wasm)');
  const device = onGpu && adapter ? await requestDevice(adapter, subgroups) : null;
  const { lost, watch } = watchOver(device);
  const ground: Ground = { files, device, model: modelOn(device), watch, queue: new TurnQueue() };
  const serving =
    report.path?.kind === 'shared-prefix'
      ? serveTogether(ground, await openBatchOnDevice(files, device))
      : await servePlain(ground, report.path?.reason ?? '');
  return { serving, ground, report: { ...report, path: serving.path }, lost };
}

/** Hears of a device that is lost, and of sessions that cannot be opened any more. */
function watchOver(device: GPUDevice | null): { lost: Promise<string>; watch: Watch } {
  let tellLost: (detail: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => (tellLost = resolve));
  void device?.lost.then(({ message }) => tellLost(message));
  const watch: Watch = (reopen) => () =>
    reopen().catch((thrown: unknown) => {
      tellLost(String(thrown));
      throw thrown;
    });
  return { lost, watch };
}
