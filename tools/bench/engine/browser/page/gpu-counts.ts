/** What a worker has asked of WebGPU so far. */
export interface GpuCounts {
  /** Nodes of each graph that was opened, by the runtime's provider that runs them. */
  readonly graphs: readonly Readonly<Record<string, number>>[];
  /** Kernels started, command buffers submitted, buffers read back. */
  readonly kernels: number;
  readonly submissions: number;
  readonly readbacks: number;
}

const channelName = 'gpu-counts';

/** Asks the page's counted worker; it answers between runs. */
export function askCounts(): Promise<GpuCounts> {
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<GpuCounts>) => {
      channel.close();
      resolve(data);
    };
    channel.postMessage('how many?');
  });
}

/** Answers `askCounts` from within a worker. */
export function answerCounts(tell: () => GpuCounts): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = () => channel.postMessage(tell());
}
