import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'What URIAL is made of';
const question = 'How much is the work of the rules, and how much of each demonstration?';

const subsets = [[], [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
const nameOf = (keep: readonly number[]): string =>
  keep.length === 0 ? 'none' : keep.map((i) => i + 1).join(' + ');

const document = (limit: number | undefined, seeds: number): DocumentInput => ({
  ...p.head('E3', title, question),
  questions: p.world(limit),
  factors: [
    {
      name: 'demonstrations',
      levels: subsets.map((keep) => ({
        label: nameOf(keep),
        set: { transforms: [{ kind: 'subset' as const, keep }] },
      })),
    },
    {
      name: 'rules',
      levels: [
        { label: 'with rules', set: { rules: true } },
        { label: 'without rules', set: { rules: false } },
      ],
    },
  ],
  turns: 2,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content],
  contrasts: [
    {
      id: 'three-none',
      label: 'All three demonstrations − none',
      terms: [p.term(1, { demonstrations: '1 + 2 + 3' }), p.term(-1, { demonstrations: 'none' })],
      expect: p.aboveZero,
    },
    {
      id: 'three-one',
      label: 'All three − a single one',
      terms: [
        p.term(1, { demonstrations: '1 + 2 + 3' }),
        p.term(-1, { demonstrations: ['1', '2', '3'] }),
      ],
      expect: p.aboveZero,
    },
    {
      id: 'rules',
      label: 'With rules − without',
      terms: [p.term(1, { rules: 'with rules' }), p.term(-1, { rules: 'without rules' })],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'dots', x: 'demonstrations', groups: 'rules', panels: 'turn' },
});

export const e3: Template = {
  id: 'E3',
  title,
  question,
  look: 'From left to right the prompt grows by demonstrations. Do the two kinds of marks, with and without rules, ever part?',
  source: 'arXiv 2405.19874, Figure 4',
  paper: { ...p.mtBench, demonstrations: 'the 8 subsets of URIAL’s 3, with and without rules' },
  claims: [],
  quick: document(10, 1),
  full: document(undefined, 5),
};
