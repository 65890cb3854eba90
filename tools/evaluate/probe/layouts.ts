import { layouts } from '../../../src/domain/template.ts';
import { greedy, type Job } from '../generate/job.ts';
import type { ProbeQuestion } from './task.ts';

/** A way to write a probe's prompt. */
export interface ProbeLayout {
  readonly name: string;
  /** Only for short queries and answers. */
  readonly lines: boolean;
  job(question: ProbeQuestion): Job;
}

const { open, close } = layouts['urial-fenced'];

/** "query -> answer", a line each. */
export const arrows: ProbeLayout = {
  name: 'arrow',
  lines: true,
  job: ({ examples, query }) => ({
    prefix: examples.map((shown) => `${shown.query} -> ${shown.answer}\n`).join(''),
    suffix: `${query} ->`,
    stop: ['\n'],
    decoding: greedy,
    maxTokens: 32,
  }),
};

/** The page's own layout. */
export const fences: ProbeLayout = {
  name: 'fence',
  lines: false,
  job: ({ examples, query }) => ({
    prefix: examples.map((shown) => open(shown.query) + close(shown.answer)).join(''),
    suffix: open(query),
    stop: ['\n```'],
    decoding: greedy,
    maxTokens: 64,
  }),
};

export const probeLayouts: readonly ProbeLayout[] = [arrows, fences];
