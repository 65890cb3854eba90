import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Greedy search for demonstrations';
const question = 'Can one well-chosen demonstration do what many random ones do?';

interface Size {
  limit: number | undefined;
  candidates: number;
  rounds: number;
  threshold: number | null;
  many: number;
}

const document = ({ limit, candidates, rounds, threshold, many }: Size): DocumentInput => ({
  ...p.head('E6', title, question),
  questions: p.world(limit),
  factors: [],
  references: [
    {
      label: `${many} random`,
      set: { demonstrations: [p.fromPool, p.curatedBlock], shown: many },
    },
  ],
  turns: 1,
  seeds: [1],
  scorers: [p.lab80, p.content],
  search: {
    candidates,
    rounds,
    threshold,
    check: {
      questions: {
        bench: 'lab-80',
        split: 'dev',
        part: 'world',
        ...(limit && { limit: 2 * limit }),
      },
      factors: [],
    },
  },
  contrasts: [
    {
      id: 'one-many',
      label: `URIAL + 1 found − ${many} random, on other questions`,
      claim: 'C7',
      terms: [p.term(1, { prompt: 'URIAL + 1' }), p.term(-1, { reference: `${many} random` })],
      // not worse by half a point
      expect: { kind: 'above', than: -0.5 },
    },
    {
      id: 'one-urial',
      label: 'URIAL + 1 found − URIAL, on other questions',
      terms: [p.term(1, { prompt: 'URIAL + 1' }), p.term(-1, { prompt: 'URIAL' })],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'histogram' },
});

export const e6: Template = {
  id: 'E6',
  title,
  question,
  look: 'Each round is a heap of candidates; the marked one was taken. Its lead is partly luck: the check on questions that the search never saw says how much of it is left.',
  source: 'arXiv 2405.19874, Table 1, Figures 5 and 9, Table 5',
  paper: {
    ...p.mtBench,
    demonstrations:
      '100 candidates; threshold 6.2; a 4th, 5th and 6th demonstration before URIAL’s three',
  },
  claims: ['C7'],
  quick: document({ limit: 8, candidates: 8, rounds: 2, threshold: null, many: 20 }),
  full: document({ limit: undefined, candidates: 100, rounds: 3, threshold: 4, many: 30 }),
};
