import type { ExperimentDocument } from '../../../src/experiments/document/document.ts';
import { checkDocument } from '../../../src/experiments/document/read.ts';

/**
 * Some 300 cells of every kind: first and second turns, drawn answers and likelihoods, prompts that all
 * share and prompts of their own, on two models. Its temperature makes every bit of a logit count.
 */
export const killDocument = (): ExperimentDocument =>
  checkDocument({
    format: 'incontext-lab/experiment',
    version: 1,
    title: 'Kill test',
    questions: { bench: 'lab-80', split: 'test', part: 'all', limit: 10 },
    fixed: { decoding: { maxNewTokens: 24, temperature: 0.7 } },
    factors: [
      {
        name: 'arm',
        levels: [
          { label: 'bare', set: { template: 'raw', rules: false, demonstrations: [] } },
          { label: 'URIAL', set: {} },
          { label: 'drawn', set: { demonstrations: [{ take: 'pool' }], shown: 4 } },
          { label: 'smaller', set: { model: 'smaller' } },
        ],
      },
    ],
    turns: 2,
    seeds: [1, 2],
    scorers: [{ kind: 'lab-80' }, { kind: 'likelihood', alternatives: 2 }],
    figure: { kind: 'table', rows: 'arm', columns: 'turn' },
  });
