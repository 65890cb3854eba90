import type { Sample } from './sample.ts';

export const asked: readonly Sample[] = [
  {
    name: 'question.jsonl',
    kind: 'questions',
    recognised: 'MT-Bench questions',
    rows: [
      { question_id: 81, category: 'writing', turns: ['Write a line.', 'And one more.'] },
      { question_id: 101, category: 'math', turns: ['2 + 2?', 'Plus 1?'], reference: ['4', '5'] },
      { question_id: '82_ES', category: 'stem', turns: ['¿Qué es?'], reference: [] },
    ],
  },
  {
    name: 'input_data.jsonl',
    kind: 'questions',
    recognised: 'IFEval prompts',
    rows: [
      {
        key: 1000,
        prompt: 'No commas, please.',
        instruction_id_list: ['punctuation:no_comma', 'keywords:existence'],
        kwargs: [{ relation: null }, { keywords: ['sky', 'sea'] }],
      },
      {
        key: 1001,
        prompt: 'At least 20 words.',
        instruction_id_list: ['length_constraints:number_words'],
        kwargs: [{ relation: 'at least', num_words: 20 }],
      },
    ],
  },
  {
    name: 'just_eval.json',
    kind: 'questions',
    recognised: 'Just-Eval questions',
    list: true,
    rows: [
      { id: 0, instruction: 'Name a fruit.', source_id: 's-0', dataset: 'd', output: 'N/A' },
      { id: 1, instruction: 'Name a bird.', source_id: 's-1', dataset: 'd' },
    ],
  },
  {
    name: 'lines.jsonl',
    kind: 'questions',
    recognised: 'Questions',
    rows: [
      { query: 'Name a fruit.', reference: 'A pear.', category: 'stem' },
      { id: 'own', turns: [{ query: 'Name a bird.' }, { query: 'Why?', reference: 'So.' }] },
    ],
  },
  {
    name: 'pairs.jsonl',
    kind: 'pool',
    recognised: 'Examples with answers',
    rows: [
      { query: 'Name a fruit.', answer: 'A pear.' },
      { query: 'Name a bird.', answer: 'A jay.' },
    ],
  },
  {
    name: 'lima.jsonl',
    kind: 'pool',
    recognised: 'Examples with answers',
    rows: [
      { conversations: ['Name a fruit.', 'A pear.'], source: 's' },
      { conversations: ['Name a bird.', 'A jay.', 'Why?', 'So.'], source: 's' },
    ],
  },
];
