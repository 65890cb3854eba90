import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Prompt transfer';
const question = 'Does a prompt that was found on one model help another?';

const gain = (weight: number, model: string) => [
  p.term(weight, { prompt: 'URIAL + 1', model }),
  p.term(-weight, { prompt: 'URIAL', model }),
];

const document = (
  limit: number | undefined,
  candidates: number,
  rounds: number,
): DocumentInput => ({
  ...p.head('E8', title, question),
  questions: p.world(limit),
  factors: [],
  turns: 1,
  seeds: [1],
  scorers: [p.lab80, p.content],
  search: {
    candidates,
    rounds,
    threshold: null,
    check: {
      questions: {
        bench: 'lab-80',
        split: 'dev',
        part: 'world',
        ...(limit && { limit: 2 * limit }),
      },
      factors: [
        {
          name: 'model',
          levels: [
            { label: 'where it was found', set: {} },
            { label: 'the smaller one', set: { model: 'smaller' } },
          ],
        },
      ],
    },
  },
  contrasts: [
    {
      id: 'transfer',
      label: 'What the found demonstration adds where it was found − what it adds on the other',
      claim: 'C11',
      terms: [...gain(1, 'where it was found'), ...gain(-1, 'the smaller one')],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'table', rows: 'prompt', columns: 'model' },
});

export const e8: Template = {
  id: 'E8',
  title,
  question,
  look: 'Read down each column from URIAL: do the found demonstrations lift both models alike?',
  source: 'arXiv 2405.19874, Table 6',
  paper: {
    ...p.mtBench,
    models: 'prompts found on Mistral-7B, scored on Llama-2-7B-80k and Mixtral-8x22B',
    demonstrations: 'URIAL, and with 1, 2 and 3 found ones',
  },
  claims: ['C11'],
  quick: document(8, 8, 1),
  full: document(undefined, 100, 3),
};
