import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Many demonstrations';
const question = 'Do more demonstrations go on helping, and does the second turn follow?';

const document = (limit: number | undefined, seeds: number, numbers: number[]): DocumentInput => {
  const [least, some, most] = [numbers[0], numbers[1], numbers.at(-1)].map(String) as [
    string,
    string,
    string,
  ];
  return {
    ...p.head('E5', title, question),
    questions: p.world(limit),
    factors: [
      {
        name: 'kind',
        levels: [
          { label: 'URIAL + random', set: { demonstrations: [p.fromPool, p.curatedBlock] } },
          { label: 'random only', set: { demonstrations: [p.fromPool] } },
        ],
      },
      { name: 'N', levels: numbers.map((shown) => ({ label: String(shown), set: { shown } })) },
    ],
    references: [p.bare, p.twin].map(({ label, set }) => ({ label, set })),
    turns: 2,
    seeds: p.seeds(seeds),
    scorers: [p.lab80, p.content],
    contrasts: [
      {
        id: 'rises',
        label: `1st turn: ${some} − ${least} demonstrations`,
        claim: 'C5',
        terms: [p.term(1, { N: some }, 1), p.term(-1, { N: least }, 1)],
        expect: p.aboveZero,
      },
      {
        id: 'flattens',
        label: `1st turn: ${most} − ${some} demonstrations`,
        claim: 'C5',
        terms: [p.term(1, { N: most }, 1), p.term(-1, { N: some }, 1)],
        expect: { kind: 'near', than: 0, within: 0.5 },
      },
      {
        id: 'falls',
        label: `2nd turn: ${most} − ${least} demonstrations`,
        claim: 'C6',
        terms: [p.term(1, { N: most }, 2), p.term(-1, { N: least }, 2)],
        expect: p.belowZero,
      },
    ],
    figure: { kind: 'bands', x: 'N', lines: 'kind', panels: 'turn' },
  };
};

export const e5: Template = {
  id: 'E5',
  title,
  question,
  look: 'Where does the line of the first turn stop rising? Does that of the second turn rise at all? The two plain lines are the base without demonstrations and the instruct twin.',
  source: 'arXiv 2405.19874, Figures 2 and 6',
  paper: {
    ...p.mtBench,
    seeds: '5',
    demonstrations:
      '3 to 50 (to 250 where the context allows), before URIAL’s three or without them',
  },
  claims: ['C5', 'C6'],
  quick: document(8, 2, [3, 10, 20]),
  full: document(undefined, 5, [3, 10, 20, 30]),
};
