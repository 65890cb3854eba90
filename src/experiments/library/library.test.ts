import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/testing/problem-of.ts';
import { readBenchFile } from '../../formats/benches/read.ts';
import { readContent } from '../../formats/benches/stored.ts';
import { samples, textOf } from '../../formats/benches/testing/samples.ts';
import type { BenchContent } from '../../formats/benches/types.ts';
import { documentFor, usable } from './documents.ts';
import { importedFrom, type WholeImport } from './import.ts';
import { GivenSets } from './library.ts';
import { questionsIn } from './rows.ts';

const words = { name: 'Set', licence: ' ', source: ' file ' };
const wholeOf = (text: string, name: string): Promise<WholeImport> =>
  importedFrom(readBenchFile(text, name), words);
const sample = (name: string) => {
  const found = samples.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return wholeOf(textOf(found), name);
};

describe.each(samples)('$name', ({ name, kind, rows, ...rest }) => {
  it('is kept whole, and read again as it was', async () => {
    const { set, content } = await wholeOf(textOf({ rows, ...rest }), name);
    expect(set).toMatchObject({ kind, count: rows.length, licence: null, source: 'file' });
    expect(readContent(structuredClone(content), 'x')).toEqual(content);
  });

  it('that was damaged in the store is named by its field', async () => {
    const { content } = await wholeOf(textOf({ rows, ...rest }), name);
    for (const damage of [
      { kind: 'other' },
      { items: 7, answers: 7, judgments: 7, references: 7, prompts: 7, difficulties: 7, data: 7 },
    ]) {
      const read = () => readContent({ ...structuredClone(content), ...damage }, 'Mine');
      const problem = await problemOf(Promise.resolve().then(read));
      expect(problem.code).toBe('file-damaged');
      expect(problem.message).toMatch(/“Mine”.*[a-z]+: /);
    }
  });

  it('begins an experiment where one can use it', async () => {
    const { set, content } = await wholeOf(textOf({ rows, ...rest }), name);
    expect(documentFor(set, content) !== null).toBe(usable(set));
  });
});

describe('the id of a set', () => {
  const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  const one = { question_id: 1, category: 'a', turns: ['Why?'] };

  it('is of what it asks, however the file spells it', async () => {
    const ids = await Promise.all(
      [
        lines(one),
        JSON.stringify([one], null, 4),
        lines({ turns: ['Why?'], category: 'a', question_id: '1', more: 5 }, { broken: true }),
      ].map(async (text, i) => (await wholeOf(text, `${i}.jsonl`)).set.id),
    );
    expect(new Set(ids).size).toBe(1);
    const other = await wholeOf(lines({ ...one, turns: ['When?'] }), 'x');
    expect(ids).not.toContain(other.set.id);
  });

  it('of a pool is of its examples alone', async () => {
    const pair = '{"query":"a","answer":"b"}';
    const [a, b] = await Promise.all([wholeOf(pair, 'x'), wholeOf(`\n\n${pair}\n{`, 'y')]);
    expect(a.set.id).toBe(b.set.id);
  });
});

describe('questions that other sets bring', () => {
  it('are what AlpacaEval’s outputs answer', async () => {
    const { content } = await sample('outputs.json');
    expect(questionsIn(content, 'AlpacaEval')).toMatchObject({
      bench: 'alpaca-eval',
      items: [
        { id: '0', category: 'd', turns: [{ query: 'Name a fruit.', reference: null }] },
        { id: '1' },
      ],
    });
  });

  it('are what a pool asks, its answers the references', async () => {
    const { content } = await sample('lima.jsonl');
    expect(questionsIn(content, 'LIMA')?.items.map(({ turns }) => turns)).toEqual([
      [{ query: 'Name a fruit.', reference: 'A pear.' }],
      [
        { query: 'Name a bird.', reference: 'A jay.' },
        { query: 'Why?', reference: 'So.' },
      ],
    ]);
  });

  it('are none where nothing is asked', async () => {
    for (const name of ['judge_prompts.jsonl', 'model.jsonl', 'question.jsonl'])
      expect(questionsIn((await sample(name)).content, 'x')).toBeNull();
  });
});

it('a prompt begins an experiment with its rules and demonstrations', async () => {
  const text = '# Instruction\n\nBe kind.\n\n# User:\nA?\n\n# Assistant:\nB.\n';
  const { set, content } = await wholeOf(text, 'kind.txt');
  expect(documentFor(set, content)).toMatchObject({
    material: { rules: 'Be kind.', curated: [{ query: 'A?', answer: 'B.' }] },
    fixed: { template: 'urial-chat', shown: 1 },
  });
});

it('given sets are found by id, and checked', async () => {
  const { set, content } = await sample('question.jsonl');
  const sets = new GivenSets();
  expect(await sets.content(set.id)).toBeNull();
  sets.give([{ id: set.id, content }]);
  expect(await sets.content(set.id)).toEqual(content satisfies BenchContent);
  sets.give([{ id: 'bad', content: { kind: 'questions' } }]);
  expect((await problemOf(Promise.resolve().then(() => sets.content('bad')))).code).toBe(
    'file-damaged',
  );
});
