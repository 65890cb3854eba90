import type { ExperimentDocument } from '../document/document.ts';
import { checkDocument } from '../document/read.ts';
import * as p from './parts.ts';

/** The smallest experiment that shows something: where a reader's own begins. */
export const blankDocument = (): ExperimentDocument =>
  checkDocument({
    format: 'incontext-lab/experiment',
    version: 1,
    title: 'My experiment',
    questions: p.world(8),
    factors: [{ name: 'arm', levels: [p.bare, p.urial] }],
    turns: 1,
    seeds: [1],
    scorers: [p.lab80],
    contrasts: [
      {
        id: 'urial-base',
        label: 'Base + URIAL − base',
        terms: [p.term(1, { arm: 'Base + URIAL' }), p.term(-1, { arm: 'Base' })],
        expect: p.aboveZero,
      },
    ],
    figure: { kind: 'table', rows: 'arm', columns: 'turn' },
  });
