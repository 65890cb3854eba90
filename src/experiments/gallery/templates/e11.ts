import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Token-distribution shift';
const question = 'At how many tokens would the base model have gone on as the instruct twin does?';

const arms = [p.bare, p.headings, p.urial, p.twin];

const document = (
  limit: number | undefined,
  seeds: number,
  levels: typeof arms = arms,
): DocumentInput => ({
  ...p.head('E11', title, question),
  questions: p.world(limit),
  factors: [{ name: 'arm', levels }],
  turns: 1,
  seeds: p.seeds(seeds),
  scorers: [{ kind: 'likelihood', of: { arm: { arm: 'Instruct' } }, alternatives: 50 }, p.lab80],
  contrasts: [
    {
      id: 'closer',
      label: 'Log-probability of the twin’s tokens: base + URIAL − base',
      terms: [p.term(1, { arm: 'Base + URIAL' }), p.term(-1, { arm: 'Base' })],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'shift', arms: 'arm' },
});

export const e11: Template = {
  id: 'E11',
  title,
  question,
  look: 'Unshifted: the base model’s own first choice is the twin’s token. Which arm has most of them, and where in the answer are the others?',
  source: null,
  paper: {},
  claims: [],
  quick: document(16, 1),
  // a training for every seed: the quick study goes without
  full: document(undefined, 3, [...arms.slice(0, -1), p.fineTunedLevel, p.twin]),
};
