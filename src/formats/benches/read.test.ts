import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { readBenchFile } from './read.ts';
import { samples, textOf } from './testing/samples.ts';
import type { BenchFile } from './types.ts';

const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const sample = (name: string): BenchFile => {
  const found = samples.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return readBenchFile(textOf(found), name);
};

describe.each(samples)('$name', ({ name, kind, recognised, rows, list }) => {
  it('is recognised by its content, and read whole', () => {
    const text = textOf({ rows, ...(list === true && { list }) });
    for (const form of [text, `\uFEFF${text.replaceAll('\n', '\r\n')}`, lines(...rows)]) {
      const file = readBenchFile(form, name);
      expect(file).toMatchObject({ kind, recognised, problems: [], notes: expect.anything() });
      expect(countOf(file)).toBe(rows.length);
    }
  });
});

const countOf = (file: BenchFile): number => {
  if (file.kind === 'questions') return file.items.length;
  if (file.kind === 'answers') return file.answers.length;
  if (file.kind === 'references') return file.references.length;
  if (file.kind === 'judgments') return file.judgments.length;
  if (file.kind === 'judge-prompts') return file.prompts.length;
  if (file.kind === 'difficulties') return file.difficulties.length;
  return file.kind === 'pool' ? file.data.set.examples.length : file.file.pairs.length;
};

describe('questions', () => {
  it('keep ids as texts, languages, categories and references by turn', () => {
    expect(sample('question.jsonl')).toMatchObject({
      bench: 'mt-bench',
      name: 'question',
      language: null,
      items: [
        { id: '81', category: 'writing', language: null, turns: [{ reference: null }, {}] },
        { id: '101', turns: [{ query: '2 + 2?', reference: '4' }, { reference: '5' }] },
        { id: '82_ES', language: 'es', turns: [{ query: '¿Qué es?', reference: null }] },
      ],
    });
  });

  it('of IFEval keep their instructions, without the fields that say nothing', () => {
    expect(sample('input_data.jsonl')).toMatchObject({
      items: [
        {
          id: '1000',
          ifeval: {
            instructions: [
              { id: 'punctuation:no_comma', kwargs: {} },
              { id: 'keywords:existence', kwargs: { keywords: ['sky', 'sea'] } },
            ],
          },
        },
        {},
      ],
    });
  });

  it('come from a table too', () => {
    const file = readBenchFile('id,question,category\n1,"Name, please",a\n2,Why?,b\n', 't.csv');
    expect(file).toMatchObject({
      kind: 'questions',
      items: [
        { id: '1', category: 'a', turns: [{ query: 'Name, please', reference: null }] },
        { id: '2', turns: [{ query: 'Why?' }] },
      ],
    });
  });

  it('from the hub’s copies of MT-Bench are the same', () => {
    const row = { prompt_id: 7, category: 'math', prompt: ['1?', '2?'], reference: ['a', 'b'] };
    expect(readBenchFile(lines(row), 'mt')).toMatchObject({
      bench: 'mt-bench',
      items: [{ id: '7', turns: [{ query: '1?', reference: 'a' }, { reference: 'b' }] }],
    });
  });
});

describe('answers', () => {
  it('are joined by id, and carry what was asked where the file has it', () => {
    expect(sample('model.jsonl')).toMatchObject({
      form: 'fastchat',
      answers: [{ id: '81', system: 'm', turns: ['', 'b'] }, { id: '82' }],
    });
    expect(sample('outputs.json')).toMatchObject({
      form: 'alpaca-eval',
      answers: [{ id: '0', query: 'Name a fruit.', turns: ['A pear.'], part: 'd' }, {}],
    });
    expect(sample('generation.json')).toMatchObject({
      answers: [{ id: '3', turns: ['Pear.'] }, {}],
    });
    expect(sample('samples_sums_2026-01-02T03-04-05.123456.jsonl')).toMatchObject({
      answers: [
        { id: '0', query: 'Q: 2 + 2?', turns: ['4'], part: 'sums' },
        { id: '1', query: '3 + 3?', turns: ['6'] },
      ],
    });
    expect(sample('results.jsonl')).toMatchObject({
      answers: [{ ifeval: { strict: [true], loose: [true] } }],
    });
  });

  it('that stand twice are kept, and told', () => {
    const row = { question_id: 1, model_id: 'm', choices: [{ turns: ['a'] }] };
    const file = readBenchFile(lines(row, row), 'a');
    expect(countOf(file)).toBe(2);
    expect(file.notes).toEqual([expect.stringContaining('1 of the answers')]);
  });

  it('to MT-Bench’s 101 to 130 alone are references, unless the reader says otherwise', () => {
    const text = lines({ question_id: 101, model_id: 'm', choices: [{ turns: ['a'] }] });
    expect(readBenchFile(text, 'x').notes).toHaveLength(1);
    expect(readBenchFile(text, 'x').kind).toBe('references');
    expect(readBenchFile(text, 'x', 'answers').kind).toBe('answers');
    const other = lines({ question_id: 81, model_id: 'm', choices: [{ turns: ['a'] }] });
    expect(readBenchFile(other, 'x').kind).toBe('answers');
    expect(readBenchFile(other, 'reference_answer.jsonl').kind).toBe('references');
    expect(readBenchFile(other, 'x', 'references').kind).toBe('references');
  });

  it('to prompts are examples too, if the reader says so', () => {
    const text = lines({ prompt: 'Name a fruit.', response: 'A pear.' });
    expect(readBenchFile(text, 'x').kind).toBe('answers');
    expect(readBenchFile(text, 'x', 'pool').kind).toBe('pool');
    // a field that IFEval's responses do not have
    expect(readBenchFile(lines({ prompt: 'a', response: 'b', source: 's' }), 'x').kind).toBe(
      'pool',
    );
  });
});

describe('judgments', () => {
  it('are the rows, in their order', () => {
    expect(sample('single.jsonl')).toMatchObject({
      form: 'single',
      judgments: [
        { id: '81', system: 'm', judge: ['gpt', 'single-v1'], score: 7, turn: 1, time: 2.25 },
        { score: -1, turn: 2, time: null },
      ],
    });
    expect(sample('pair.jsonl')).toMatchObject({
      judgments: [
        { systems: ['a', 'b'], winners: ['first', 'error'], judgments: ['First.', ''] },
        { winners: ['tie', 'error'] },
      ],
    });
    expect(sample('annotations.json')).toMatchObject({
      judgments: [{ preference: 1.25 }, { preference: 1.5 }, { preference: null }],
    });
    expect(sample('score_multi.json')).toMatchObject({
      judgments: [
        {
          aspects: { helpfulness: { score: 4 }, depth: { score: 3 }, factuality: { score: 'N/A' } },
        },
        { aspects: {} },
      ],
    });
  });
});

describe('what cannot be read', () => {
  it('is left out by line, and nothing else is', () => {
    const file = readBenchFile(
      [
        '{"question_id": 1, "category": "a", "turns": ["Why?"]}',
        '',
        '{"question_id": 2, "category": "a", "turns": ["Why?"',
        '{"question_id": 3, "category": "a", "turns": ["a", "b", "c"]}',
        '{"question_id": 1, "category": "a", "turns": ["When?"]}',
        '{"question_id": 1e999, "turns": ["When?"]}',
        '{"question_id": 4, "turns": [5]}',
      ].join('\n'),
      'q.jsonl',
    );
    expect(countOf(file)).toBe(1);
    expect(file.problems.map(({ message }) => message)).toEqual([
      'Line 3: this line is no JSON: each has one whole object. It was left out.',
      'Line 4: turns: the lab asks two turns at most. It was left out.',
      'Line 5: “1” stands on line 1 already. It was left out.',
      'Line 6: id: Expected a whole number. It was left out.',
      'Line 7: turns[0]: Expected string but received 5. It was left out.',
    ]);
    expect(file.problems.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
  });

  it('is named by its place in a list too', () => {
    const file = readBenchFile('[{"query":"a"},{"query":7}]', 'q.json');
    expect(file.problems[0]?.message).toBe(
      'Line 1, record 2: query: Expected a text. It was left out.',
    );
  });

  it.each([
    ['', 'line 1: there is no text in it'],
    ['{"total": 6}', 'Line 1: no field is known for a question'],
    ['[{"question_id": 1, "turns": 5}]', 'nothing in it could be read. Line 1, record 1: turns'],
    ['just words', 'line 1: this is no data set'],
    ['# Answer:\n```\nx\n```\n', 'line 1: an answer stands here without a query'],
  ])('%j is refused', async (text, message) => {
    const problem = await problemOf(Promise.resolve().then(() => readBenchFile(text, 'file')));
    expect(problem.message).toContain(message);
    expect(problem.code).toBe('bad-input');
    expect(problem.remedy).toMatch(/Nothing was (imported|changed)/);
  });
});
