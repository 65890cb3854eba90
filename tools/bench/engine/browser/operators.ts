import type { GenerationJob } from '../../../../workers/protocol.ts';
import { openInBrowser } from './open.ts';
import type { Opening } from './page/opening.ts';
import type { FileServer } from './serve.ts';

/** What a contestant does on WebGPU. A software adapter's counts are a graphics card's; its times are not. */
export interface Operators {
  /** Nodes of its decoder by the provider that runs them: the largest graph that it opened on the device. */
  readonly nodes: Readonly<Record<string, number>>;
  /** For one more token of every job, divided by the jobs: kernels, submissions, buffers read back. */
  readonly kernels: number;
  readonly submissions: number;
  readonly readbacks: number;
}

const total = (graph: Readonly<Record<string, number>>) =>
  Object.values(graph).reduce((sum, nodes) => sum + nodes, 0);

/**
 * Counts what one token costs on a software WebGPU adapter, from the difference of two runs whose answers
 * are of different length.
 * @param steps how many tokens longer the second run's answers are; the first one's are of `steps` too
 */
export async function countOperators(
  server: FileServer,
  opening: Omit<Opening, 'device' | 'threads'>,
  jobs: readonly GenerationJob[],
  steps = 4,
): Promise<Operators> {
  const contestant = await openInBrowser(server, { ...opening, device: 'webgpu', threads: 1 });
  const after = async (maxNewTokens: number) => {
    await contestant.run(
      jobs.map((job) => ({ ...job, decoding: { ...job.decoding, maxNewTokens } })),
    );
    return contestant.counts();
  };
  try {
    const before = await after(1); // kernels are compiled, prefixes that are kept are there
    const short = await after(steps);
    const long = await after(2 * steps);
    const perToken = (name: 'kernels' | 'submissions' | 'readbacks') =>
      (long[name] - short[name] - (short[name] - before[name])) / (steps * jobs.length);
    const onDevice = long.graphs.filter((graph) => 'WebGpuExecutionProvider' in graph);
    return {
      nodes: onDevice.reduce((most, graph) => (total(graph) > total(most) ? graph : most), {}),
      kernels: perToken('kernels'),
      submissions: perToken('submissions'),
      readbacks: perToken('readbacks'),
    };
  } finally {
    await contestant.close();
  }
}
