import * as p from '../parts.ts';
import type { DocumentInput, Template } from '../template.ts';

const title = 'Questions and answers that do not match';
const question = 'Must a demonstration be right, or is it enough that it looks like an answer?';

const answers = [
  { label: 'none', set: { demonstrations: [], shown: 0 } },
  { label: 'questions only', set: { transforms: [{ kind: 'queries-only' as const }] } },
  { label: 'answers only', set: { transforms: [{ kind: 'answers-only' as const }] } },
  {
    label: 'circular shift',
    note: 'Each question with the next one’s answer; the direction is the transform’s "by".',
    set: { transforms: [{ kind: 'shift' as const, by: 1 }] },
  },
  {
    label: 'random, in domain',
    set: { transforms: [{ kind: 'random-answers' as const, from: 'in-domain' as const }] },
  },
  {
    label: 'random, out of domain',
    set: { transforms: [{ kind: 'random-answers' as const, from: 'out-of-domain' as const }] },
  },
  { label: 'correct', set: {} },
];

const against = (
  id: string,
  answers: string,
  expect: NonNullable<DocumentInput['contrasts']>[number]['expect'],
) => ({
  id,
  label: `${answers[0]?.toUpperCase()}${answers.slice(1)} − correct`,
  claim: 'C8' as const,
  terms: [p.term(1, { answers }), p.term(-1, { answers: 'correct' })],
  expect,
});

const document = (limit: number | undefined, seeds: number): DocumentInput => ({
  ...p.head('E4', title, question),
  questions: { ...p.world(limit), part: 'all' },
  fixed: { demonstrations: [p.fromPool] },
  factors: [
    { name: 'answers', levels: answers },
    { name: 'number', levels: ['3', '6'].map((n) => ({ label: n, set: { shown: Number(n) } })) },
  ],
  turns: 1,
  seeds: p.seeds(seeds),
  scorers: [p.lab80, p.content],
  contrasts: [
    against('shift', 'circular shift', p.belowZero),
    against('out-of-domain', 'random, out of domain', p.belowZero),
    against('questions', 'questions only', p.belowZero),
    against('answers', 'answers only', { kind: 'near', than: 0, within: 0.5 }),
  ],
  figure: { kind: 'table', rows: 'answers', columns: 'number' },
});

export const e4: Template = {
  id: 'E4',
  title,
  question,
  look: 'The last row is the honest prompt. Which rows fall below it, and by how much more with six demonstrations than with three?',
  source: 'arXiv 2405.19874, Table 3',
  paper: {
    ...p.mtBench,
    demonstrations: 'URIAL’s 3, and 6; shifted by +1 and by −1',
  },
  claims: ['C8'],
  quick: document(16, 1),
  full: document(undefined, 5),
};
