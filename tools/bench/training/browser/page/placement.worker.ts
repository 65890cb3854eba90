import '../../../engine/browser/page/threads.ts';
import { writeModel } from '../../../../../src/onnx/model/write.ts';
import { ort, startRuntime } from '../../../../../workers/runtime/ort.ts';
import { trainingGraphs } from '../../placement/graphs.ts';
import type { Placement } from '../../placement/placement.ts';

let nodes: Record<string, number> = {};

/** Reads a line of the runtime's log, which says where it puts a graph's nodes. */
function hear(line: string): void {
  const [, provider, count] = /placed on \[(\w+)\]\. Number of nodes: (\d+)/.exec(line) ?? [];
  if (provider) nodes[provider] = Number(count);
}
for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const) {
  const original = console[method];
  console[method] = (...args: unknown[]) => {
    const [line] = args;
    if (typeof line === 'string' && /\[[VIWE]:onnxruntime/.test(line)) hear(line);
    else original(...args);
  };
}

async function opens(graph: Uint8Array, device: GPUDevice, fallback: boolean): Promise<void> {
  const session = await ort.InferenceSession.create(graph, {
    executionProviders: [{ name: 'webgpu', device }],
    logSeverityLevel: 0,
    ...(!fallback && { extra: { session: { disable_cpu_ep_fallback: '1' } } }),
  });
  await session.release();
}

async function place(path: string): Promise<Placement[]> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  const file = new Uint8Array(await response.arrayBuffer());
  await startRuntime('webgpu');
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error('no WebGPU adapter');
  const { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize } =
    adapter.limits;
  const device = await adapter.requestDevice({
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize, maxComputeWorkgroupStorageSize },
  });
  const placed: Placement[] = [];
  for (const [graph, model] of trainingGraphs(file)) {
    nodes = {};
    const bytes = writeModel(model);
    await opens(bytes, device, true);
    const found = nodes;
    const why = await opens(bytes, device, false).then(
      () => undefined,
      (thrown: unknown) => String(thrown),
    );
    placed.push({
      graph,
      nodes: found,
      alone: why === undefined,
      ...(why !== undefined && { why }),
    });
  }
  return placed;
}

self.onmessage = ({ data }: MessageEvent<string>) => {
  void place(data)
    .catch((thrown: unknown) => String(thrown))
    .then((answer) => self.postMessage(answer));
};
