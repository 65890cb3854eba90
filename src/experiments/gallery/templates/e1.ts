import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Alignment table';
const question = 'How far do demonstrations take a base model toward its instruct twin?';

const arms = [p.bare, p.headings, p.rulesOnly, p.urial, p.twin];
/** Trained arms take minutes: the full table has them. */
const trained = [p.fineTunedLevel, p.preferenceTunedOn(24)];

const document = (
  limit: number | undefined,
  seeds: number,
  levels: typeof arms = arms,
): DocumentInput => ({
  ...p.head('E1', title, question),
  questions: p.world(limit),
  factors: [{ name: 'arm', levels }],
  turns: 2,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content, ...p.degenerations],
  contrasts: [
    {
      id: 'urial-base',
      label: 'Base + URIAL − base',
      claim: 'C1',
      terms: [p.term(1, { arm: 'Base + URIAL' }), p.term(-1, { arm: 'Base' })],
      expect: p.aboveZero,
    },
    {
      id: 'instruct-urial',
      label: 'Instruct − base + URIAL, both turns',
      claim: 'C2',
      terms: [p.term(1, { arm: 'Instruct' }), p.term(-1, { arm: 'Base + URIAL' })],
      expect: p.aboveZero,
    },
    {
      id: 'gap-by-turn',
      label: 'The gap in the 2nd turn − the gap in the 1st',
      claim: 'C3',
      terms: [
        p.term(1, { arm: 'Instruct' }, 2),
        p.term(-1, { arm: 'Base + URIAL' }, 2),
        p.term(-1, { arm: 'Instruct' }, 1),
        p.term(1, { arm: 'Base + URIAL' }, 1),
      ],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'table', rows: 'arm', columns: 'turn' },
});

export const e1: Template = {
  id: 'E1',
  title,
  question,
  look: 'Read down a column: what do three demonstrations add, and what is still missing beside the instruct twin? Then across: does the second turn cost more?',
  source: 'arXiv 2405.19874, Tables 2 and 7',
  paper: { ...p.mtBench, demonstrations: 'URIAL: rules and 3 curated demonstrations' },
  claims: ['C1', 'C2', 'C3'],
  quick: document(20, 2),
  full: document(undefined, 5, [...arms.slice(0, -1), ...trained, p.twin]),
};
