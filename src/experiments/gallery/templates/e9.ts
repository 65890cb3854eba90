import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Languages and sizes';
const question = 'What do another language and a smaller model cost in-context learning?';

const methods = [{ ...p.bare, label: 'zero-shot' }, { ...p.urial, label: 'URIAL' }, p.twin];
/** A training for every language, size and seed: the full study has them. */
const preferred = { ...p.preferenceTunedOn(24), label: 'DPO on base' };

const document = (
  limit: number | undefined,
  seeds: number,
  levels: typeof methods = methods,
): DocumentInput => ({
  ...p.head('E9', title, question),
  questions: p.world(limit),
  factors: [
    {
      name: 'language',
      levels: [
        { label: 'English', set: { language: 'en' } },
        { label: 'Spanish', set: { language: 'es' } },
        { label: 'French', set: { language: 'fr' } },
      ],
    },
    {
      name: 'size',
      levels: [
        { label: 'chosen', set: {} },
        { label: 'smaller', set: { model: 'smaller' } },
      ],
    },
    { name: 'method', levels },
  ],
  // the smaller model has no instruct twin of its own
  without: [{ size: 'smaller', method: 'Instruct' }],
  turns: 1,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content, ...p.degenerations],
  contrasts: [
    {
      id: 'language',
      label: 'URIAL: English − Spanish and French',
      claim: 'C12',
      terms: [
        p.term(1, { language: 'English', method: 'URIAL' }),
        p.term(-1, { language: ['Spanish', 'French'], method: 'URIAL' }),
      ],
      expect: p.aboveZero,
    },
    {
      id: 'size',
      label: 'URIAL: the chosen model − the smaller one',
      claim: 'C12',
      terms: [
        p.term(1, { size: 'chosen', method: 'URIAL' }),
        p.term(-1, { size: 'smaller', method: 'URIAL' }),
      ],
      expect: p.aboveZero,
    },
    {
      id: 'urial-zero',
      label: 'URIAL − zero-shot, all languages and sizes',
      terms: [p.term(1, { method: 'URIAL' }), p.term(-1, { method: 'zero-shot' })],
      expect: p.aboveZero,
    },
  ],
  figure: { kind: 'dots', x: 'language', groups: 'method', panels: 'size' },
});

export const e9: Template = {
  id: 'E9',
  title,
  question,
  look: 'Each group is a language. Do the marks of URIAL sink from left to right, and from one panel to the other? The rates of loops, code and wrong language are in the tables below.',
  source: 'arXiv 2503.01611',
  paper: {
    models: 'base models and their instruct twins, some below 2B parameters',
    questions: 'Just-Eval-Instruct, translated to French and Spanish and revised by hand',
    judge: 'a large model, by aspects',
    demonstrations: 'none, and URIAL translated',
  },
  claims: ['C12'],
  quick: document(12, 1),
  full: document(undefined, 5, [...methods, preferred]),
};
