import type { ExperimentDocument } from '../document/document.ts';
import { checkDocument } from '../document/read.ts';

/** A small document: bare against demonstrations, four questions, two turns, two seeds. */
export const smallDocument = (more: Record<string, unknown> = {}): ExperimentDocument =>
  checkDocument({
    format: 'incontext-lab/experiment',
    version: 1,
    title: 'Small',
    questions: { bench: 'lab-80', split: 'test', part: 'world', limit: 4 },
    fixed: { decoding: { maxNewTokens: 8 } },
    factors: [
      {
        name: 'arm',
        levels: [
          { label: 'bare', set: { template: 'raw', rules: false, demonstrations: [] } },
          { label: 'URIAL', set: {} },
        ],
      },
    ],
    turns: 2,
    seeds: [1, 2],
    scorers: [{ kind: 'lab-80' }],
    figure: { kind: 'table', rows: 'arm', columns: 'turn' },
    ...more,
  });
