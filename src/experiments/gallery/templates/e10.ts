import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Preferences on a base model';
const question = 'How far does preference tuning alone take a base model toward its instruct twin?';

const document = (limit: number | undefined, seeds: number, pairs: number): DocumentInput => ({
  ...p.head('E10', title, question),
  questions: p.world(limit),
  factors: [
    { name: 'arm', levels: [p.bare, p.headings, p.preferenceTunedOn(pairs), p.urial, p.twin] },
  ],
  turns: 2,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content, ...p.degenerations],
  contrasts: [
    {
      id: 'dpo-base',
      label: 'Base + DPO − base, in the same layout',
      claim: 'C13',
      terms: [p.term(1, { arm: 'Base + DPO' }), p.term(-1, { arm: 'Base, headings' })],
      expect: p.aboveZero,
    },
    {
      id: 'instruct-dpo',
      label: 'Instruct − base + DPO',
      claim: 'C13',
      terms: [p.term(1, { arm: 'Instruct' }), p.term(-1, { arm: 'Base + DPO' })],
      expect: p.aboveZero,
    },
    {
      id: 'urial-dpo',
      label: 'Base + URIAL − base + DPO',
      terms: [p.term(1, { arm: 'Base + URIAL' }), p.term(-1, { arm: 'Base + DPO' })],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'table', rows: 'arm', columns: 'turn' },
});

export const e10: Template = {
  id: 'E10',
  title,
  question,
  look: 'Read down a column: how much of the way from base to instruct does DPO go, and is URIAL further? Loss, margin and accuracy of each training are with its adapter in the Fine-tune place.',
  source: 'arXiv 2503.01611',
  paper: {
    models: 'base models and their instruct twins; DPO below 2B parameters only',
    questions: 'Just-Eval-Instruct, translated to French and Spanish and revised by hand',
    judge: 'a large model, by aspects',
    demonstrations: 'none, and URIAL translated',
    training: 'DPO on a base model, with human preferences',
  },
  claims: ['C13'],
  quick: document(12, 2, 24),
  full: document(undefined, 5, 100),
};
