import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Which demonstration mattered';
const question = 'How much less probable is the right answer when one demonstration is left out?';

const count = 6;
const places = Array.from({ length: count }, (_, index) => index);

const document = (limit: number | undefined, seeds: number): DocumentInput => ({
  ...p.head('E15', title, question),
  questions: p.world(limit),
  fixed: { demonstrations: [p.fromPool, p.curatedBlock], shown: count },
  factors: [
    {
      name: 'left out',
      levels: [
        { label: 'none', set: {} },
        ...places.map((index) => ({
          label: String(index + 1),
          set: { transforms: [{ kind: 'leave-out' as const, index }] },
        })),
      ],
    },
  ],
  turns: 1,
  seeds: p.seeds(seeds),
  scorers: [{ kind: 'likelihood' }, p.lab80],
  contrasts: places.map((index) => ({
    id: `without-${index + 1}`,
    label: `Without demonstration ${index + 1} − with all`,
    terms: [p.term(1, { 'left out': String(index + 1) }), p.term(-1, { 'left out': 'none' })],
    expect: p.belowZero,
  })),
  figure: { kind: 'dots', x: 'left out', groups: 'left out' },
});

export const e15: Template = {
  id: 'E15',
  title,
  question,
  look: 'The further a mark lies below the first one, the more that demonstration carried. The last ones stand nearest the question.',
  source: null,
  paper: {},
  claims: [],
  quick: document(20, 2),
  full: document(undefined, 5),
};
