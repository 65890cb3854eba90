import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Order of demonstrations';
const question = 'How much does it matter in which order the same three demonstrations stand?';

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];
const nameOf = (of: readonly number[]): string => of.map((i) => i + 1).join(' ');

const document = (limit: number | undefined, seeds: number): DocumentInput => ({
  ...p.head('E14', title, question),
  questions: p.world(limit),
  factors: [
    {
      name: 'order',
      levels: orders.map((of) => ({
        label: nameOf(of),
        set: { transforms: [{ kind: 'order' as const, of }] },
      })),
    },
    {
      name: 'rules',
      levels: [
        { label: 'with rules', set: {} },
        { label: 'without rules', set: { rules: false } },
      ],
    },
  ],
  turns: 1,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content],
  contrasts: [
    {
      id: 'reverse',
      label: 'Reversed − as written',
      terms: [p.term(1, { order: '3 2 1' }), p.term(-1, { order: '1 2 3' })],
      expect: { kind: 'near', than: 0, within: 0.5 },
    },
  ],
  figure: { kind: 'dots', x: 'order', groups: 'rules' },
});

export const e14: Template = {
  id: 'E14',
  title,
  question,
  look: 'Six orders of one prompt. The best and the worst were picked after the fact: do their intervals part at all?',
  source: null,
  paper: {},
  claims: [],
  quick: document(12, 1),
  full: document(undefined, 5),
};
