import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readQuestions, writeQuestions } from './question-lines.ts';

it('reads lines and objects, one question each', () => {
  const text = [
    'What does a cow eat?',
    '',
    '  {"query": "Two and two?", "reference": "4", "category": "math"}',
    '{"id": "talk", "turns": [{"query": "Hello"}, {"query": "And now?"}]}',
  ].join('\r\n');
  expect(readQuestions(text)).toEqual([
    { id: 'q1', category: '', turns: [{ query: 'What does a cow eat?', reference: null }] },
    { id: 'q2', category: 'math', turns: [{ query: 'Two and two?', reference: '4' }] },
    {
      id: 'talk',
      category: '',
      turns: [
        { query: 'Hello', reference: null },
        { query: 'And now?', reference: null },
      ],
    },
  ]);
});

it.each([
  ['a\n{"query": 3}', /^Line 2: query: /],
  ['{"query": "a", "answer": "b"}', /^Line 1: .*answer/],
  ['{"query": "a"', /^Line 1 begins like an object and is no JSON/],
  [' \n\n', /^Write at least one question/],
])('names the line of what is wrong in %j', (text, message) => {
  expect(() => readQuestions(text)).toThrow(message);
});

it('reads what it writes', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  const turn = fc.record({ query: text, reference: fc.option(text) });
  const question = fc.record({
    id: fc.oneof(text, fc.constantFrom('q1', 'q2')),
    category: fc.oneof(fc.constant(''), text),
    turns: fc.array(turn, { minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 6 }), (questions) => {
      expect(readQuestions(writeQuestions(questions))).toEqual(questions);
    }),
  );
});
