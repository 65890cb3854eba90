import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Choosing demonstrations';
const question = 'Does it pay to choose demonstrations that are like the question?';

const selectors = ['random', 'bm25', 'nearest', 'mmr', 'k-means'] as const;

const document = (limit: number | undefined, seeds: number): DocumentInput => ({
  ...p.head('E13', title, question),
  questions: p.world(limit),
  factors: [
    {
      name: 'selector',
      levels: selectors.map((by) => ({
        label: by,
        set: { demonstrations: [{ take: 'pool' as const, select: { by } }] },
      })),
    },
    { name: 'N', levels: [3, 6].map((shown) => ({ label: String(shown), set: { shown } })) },
  ],
  turns: 1,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content],
  contrasts: selectors.slice(1).map((selector) => ({
    id: selector,
    label: `${selector} − random`,
    terms: [p.term(1, { selector }), p.term(-1, { selector: 'random' })],
    expect: p.aboveZero,
  })),
  figure: { kind: 'dots', x: 'selector', groups: 'N' },
});

export const e13: Template = {
  id: 'E13',
  title,
  question,
  look: 'Does any selector stand clear of the random draw, interval from interval?',
  source: null,
  paper: {},
  claims: [],
  quick: document(12, 1),
  full: document(undefined, 3),
};
