import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Shown or learnt';
const question =
  'Is it better to show demonstrations in the prompt, or to fine-tune on the same ones?';

const qualities = [
  { name: 'high', pool: 'high' },
  { name: 'medium', pool: 'degraded' },
] as const;
const named = (method: 'ICL' | 'IFT') => qualities.map(({ name }) => `${method}, ${name}`);

/** The same demonstrations of either quality, once as the prompt and once as the training set. */
const methods = (['ICL', 'IFT'] as const).flatMap((method) =>
  qualities.map(({ name, pool }) => ({
    label: `${method}, ${name}`,
    note: `${method === 'ICL' ? 'Shown in the prompt' : 'Learnt, and not shown'}; ${
      pool === 'high' ? 'well answered' : 'the same questions, answered in a hurry'
    }.`,
    set: {
      demonstrations: [{ ...p.fromPool, quality: pool }],
      ...(method === 'IFT' && { tuning: p.fineTuned }),
    },
  })),
);

/** @param most the largest number that the context has room for */
const document = (
  limit: number | undefined,
  seeds: number,
  numbers: number[],
  most: number,
): DocumentInput => {
  const N = numbers.filter((number) => number <= most).map(String);
  const small = numbers.filter((number) => number <= 10).map(String);
  const beyond = numbers.filter((number) => number > most).map(String);
  return {
    ...p.head('E7', title, question),
    questions: p.world(limit),
    // nothing stands before the question that only one side would have
    fixed: { rules: false },
    factors: [
      { name: 'method', levels: methods },
      {
        name: 'N',
        levels: numbers.map((shown) => ({ label: String(shown), set: { shown } })),
      },
    ],
    ...(beyond.length > 0 && { without: [{ method: named('ICL'), N: beyond }] }),
    references: [p.bare, p.twin].map(({ label, set }) => ({ label, set })),
    turns: 2,
    seeds: p.seeds(seeds),
    scorers: [p.lab80, p.content, ...p.degenerations],
    contrasts: [
      {
        id: 'close',
        label: `1st turn, ${small.join(' and ')} demonstrations: IFT − ICL`,
        claim: 'C9',
        terms: [
          p.term(1, { method: named('IFT'), N: small }, 1),
          p.term(-1, { method: named('ICL'), N: small }, 1),
        ],
        expect: { kind: 'near', than: 0, within: 0.5 },
      },
      {
        id: 'second',
        label: '2nd turn: IFT − ICL',
        claim: 'C9',
        terms: [
          p.term(1, { method: named('IFT'), N }, 2),
          p.term(-1, { method: named('ICL'), N }, 2),
        ],
        expect: p.aboveZero,
      },
      ...(['ICL', 'IFT'] as const).map((method) => ({
        id: `quality-${method.toLowerCase()}`,
        label: `${method}: high − medium quality`,
        claim: 'C10' as const,
        terms: [
          p.term(1, { method: `${method}, high` }),
          p.term(-1, { method: `${method}, medium` }),
        ],
        expect: p.aboveZero,
      })),
    ],
    figure: { kind: 'bands', x: 'N', lines: 'method', panels: 'turn' },
  };
};

export const e7: Template = {
  id: 'E7',
  title,
  question,
  look: 'In the first turn, how far apart are the lines of one quality? Then the second turn: which side falls behind? The plain lines are the base without demonstrations and the instruct twin.',
  source: 'arXiv 2405.19874, Figures 3 and 7',
  paper: {
    ...p.mtBench,
    seeds: '5',
    demonstrations: '3 to 4000; those of the prompt beside URIAL’s',
    training:
      'Table 4: all weights, learning rate 2e-6 or 4e-6, cosine, warm-up 0.03, weight decay 0.01; batches of 2, 8 or 128, 6 or 15 epochs',
  },
  claims: ['C9', 'C10'],
  quick: document(8, 2, [3, 10, 30], 30),
  full: document(undefined, 5, [3, 10, 20, 30, 100, 300, 1000], 30),
};
