import { ort } from '../../../../../workers/runtime/ort.ts';
import { answerCounts } from './gpu-counts.ts';

/**
 * Comes first in a worker whose use of WebGPU is counted: calls of the browser's interface, and what the
 * runtime logs of where it puts a graph's nodes. Slows everything down; for counts only.
 */
const graphs: Record<string, number>[] = [];
const counted = { kernels: 0, submissions: 0, readbacks: 0 };

/** Counts the calls of a method under a name. */
function count(prototype: object | undefined, method: string, name: keyof typeof counted): void {
  const original = prototype && (Reflect.get(prototype, method) as (...args: unknown[]) => unknown);
  if (!original) return;
  Reflect.set(prototype, method, function (this: unknown, ...args: unknown[]) {
    counted[name]++;
    return original.apply(this, args);
  });
}
count(globalThis.GPUComputePassEncoder?.prototype, 'dispatchWorkgroups', 'kernels');
count(globalThis.GPUComputePassEncoder?.prototype, 'dispatchWorkgroupsIndirect', 'kernels');
count(globalThis.GPUQueue?.prototype, 'submit', 'submissions');
count(globalThis.GPUBuffer?.prototype, 'mapAsync', 'readbacks');

/** Reads a line of the runtime's log. */
function hear(line: string): void {
  if (line.endsWith('Node placements')) graphs.push({});
  const [, provider, nodes] = /placed on \[(\w+)\]\. Number of nodes: (\d+)/.exec(line) ?? [];
  const graph = graphs.at(-1);
  if (graph && provider) graph[provider] = Number(nodes);
}
for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const) {
  const original = console[method];
  console[method] = (...args: unknown[]) => {
    const [line] = args;
    if (typeof line === 'string' && /\[[VIW]:onnxruntime/.test(line)) hear(line);
    else original(...args);
  };
}

const { create } = ort.InferenceSession;
Reflect.set(ort.InferenceSession, 'create', (bytes: Uint8Array, options: object) =>
  create.call(ort.InferenceSession, bytes, { ...options, logSeverityLevel: 0 }),
);

answerCounts(() => ({ graphs, ...counted }));
