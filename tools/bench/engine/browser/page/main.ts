import type { GenerationJob } from '../../../../../workers/protocol.ts';
import { askCounts, type GpuCounts } from './gpu-counts.ts';
import { openLlamaCpp } from './llama-cpp.ts';
import type { Opened, Opening, PageContestant } from './opening.ts';
import { openOurs } from './ours.ts';
import { openTransformers } from './transformers.ts';

declare global {
  interface Window {
    /** What a program drives through Playwright. */
    bench: {
      open(opening: Opening): Promise<string>;
      run(jobs: readonly GenerationJob[]): ReturnType<Opened['run']>;
      /** Of a contestant on WebGPU. */
      counts(): Promise<GpuCounts>;
    };
  }
}

const open: Record<PageContestant, (opening: Opening) => Promise<Opened>> = {
  'transformers.js': openTransformers,
  ours: openOurs,
  'llama.cpp': openLlamaCpp,
};
let opened: Opened | undefined;

window.bench = {
  async open(opening) {
    opened = await open[opening.contestant](opening);
    return opened.about;
  },
  run(jobs) {
    if (!opened) throw new Error('nothing is open');
    return opened.run(jobs);
  },
  counts: askCounts,
};
