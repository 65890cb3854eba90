import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Demonstrations of two turns';
const question = 'Is the drop in the second turn there because no demonstration has one?';

const fall = (weight: number, demonstrations: string) => [
  p.term(weight, { demonstrations }, 2),
  p.term(-weight, { demonstrations }, 1),
];

const document = (limit: number | undefined, seeds: number): DocumentInput => ({
  ...p.head('E12', title, question),
  questions: p.world(limit),
  factors: [
    {
      name: 'demonstrations',
      levels: [
        { label: '3 of one turn', set: { demonstrations: [p.fromPool], shown: 3 } },
        { label: '6 of one turn', set: { demonstrations: [p.fromPool], shown: 6 } },
        {
          label: '3 of two turns',
          set: { demonstrations: [{ take: 'conversations', count: 3 }], shown: 6 },
        },
      ],
    },
    {
      name: 'boundary',
      levels: [
        { label: 'unmarked', note: 'As in URIAL: nothing says where the chat begins.', set: {} },
        { label: 'marked', set: { boundary: true } },
      ],
    },
  ],
  turns: 2,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content],
  contrasts: [
    {
      id: 'two-turns',
      label: '2nd − 1st turn: 3 of two turns − 6 of one',
      terms: [...fall(1, '3 of two turns'), ...fall(-1, '6 of one turn')],
      expect: p.aboveZero,
    },
    {
      id: 'boundary',
      label: '2nd turn: marked − unmarked',
      terms: [p.term(1, { boundary: 'marked' }, 2), p.term(-1, { boundary: 'unmarked' }, 2)],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'dots', x: 'demonstrations', groups: 'boundary', panels: 'turn' },
});

export const e12: Template = {
  id: 'E12',
  title,
  question,
  look: 'Compare the two panels: if the drop came from the format, demonstrations of two turns would close it.',
  source: null,
  paper: {},
  claims: [],
  quick: document(10, 1),
  full: document(undefined, 5),
};
