import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPairs, writePairs } from './pair-lines.ts';
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
  ['{"query": "a"', /^Line 1 is no JSON/],
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

it('reads demonstrations, which are objects alone', () => {
  const pairs = [
    { query: 'a', answer: '' },
    { query: 'b\nc', answer: 'd', category: 'e' },
  ];
  expect(readPairs(writePairs(pairs))).toEqual(pairs);
  expect(readPairs(' ')).toEqual([]);
  expect(() => readPairs('plain')).toThrow(/^Line 1 is no JSON/);
  expect(() => readPairs('\n{"query": "a"}')).toThrow(/^Line 2: answer: /);
});
