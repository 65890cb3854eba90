import { expect, it } from 'vitest';
import type { QuestionSet, ReferenceSet } from '../../formats/benches/types.ts';
import { withReferences } from './with-references.ts';

const item = (id: string, ...queries: string[]) => ({
  ...{ id, category: 'math', language: null },
  turns: queries.map((query) => ({ query, reference: null as string | null })),
});
const questions: QuestionSet = {
  ...{
    kind: 'questions',
    bench: 'mt-bench',
    name: 'Q',
    language: null,
    licence: 'MIT',
    source: null,
  },
  items: [item('101', '2 + 2?', '3 more?'), item('102', 'Why?')],
};
const references = (id: string, ...turns: string[]): ReferenceSet => ({
  kind: 'references',
  references: [{ id, system: 'somebody', turns }],
});

it('gives questions the references of their ids, turn by turn', () => {
  const { set, joined } = withReferences(questions, references('101', '4', '7'), 'Both');
  expect(joined).toBe(1);
  expect(set).toMatchObject({ name: 'Both', licence: 'MIT', bench: 'mt-bench' });
  expect(set.items[0]?.turns.map(({ reference }) => reference)).toEqual(['4', '7']);
  expect(set.items[1]).toBe(questions.items[1]);
});

it('keeps a reference where the file has none for the turn', () => {
  const { set } = withReferences(questions, references('101', '4'), 'First');
  const again = withReferences(set, references('101'), 'Again').set;
  expect(again.items[0]?.turns.map(({ reference }) => reference)).toEqual(['4', null]);
});

it('says where not one fits', () => {
  expect(() => withReferences(questions, references('7', 'x'), 'None')).toThrow(/their ids differ/);
});
