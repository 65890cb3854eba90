import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import type { Conversation } from '../../domain/training/conversation.ts';
import { readDataSet } from './data-set.ts';

const jsonl = (...records: unknown[]) => records.map((r) => JSON.stringify(r)).join('\n');
const examplesOf = (text: string) =>
  readDataSet(text, 'f').set.examples.map(({ example }) => example);
const turn = (query: string, answer: string): Conversation => ({ turns: [{ query, answer }] });
const refused = (text: string): Problem => {
  try {
    readDataSet(text, 'f.txt');
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error('It was read.');
};

describe('known forms', () => {
  it('are told by their content', () => {
    const cases: [string, string, string][] = [
      [jsonl({ query: 'Q', answer: 'A' }), 'jsonl', 'pair'],
      [jsonl({ prompt: 'Q', completion: 'A', source: 'x' }), 'jsonl', 'pair'],
      [JSON.stringify([{ question: 'Q', response: 'A' }], null, 2), 'json', 'pair'],
      [JSON.stringify([{ instruction: 'Q', input: '', output: 'A' }]), 'json', 'alpaca'],
      [
        jsonl({
          conversations: [
            { from: 'human', value: 'Q' },
            { from: 'gpt', value: 'A' },
          ],
        }),
        'jsonl',
        'sharegpt',
      ],
      [
        jsonl({
          messages: [
            { role: 'user', content: 'Q' },
            { role: 'assistant', content: [{ type: 'text', text: 'A' }] },
          ],
        }),
        'jsonl',
        'messages',
      ],
      ['query,answer\r\nQ,A\r\n', 'csv', 'pair'],
      ['Instruction\tInput\tOutput\nQ\t\tA', 'csv', 'alpaca'],
      ['\uFEFFprompt;completion\n"Q";"A"', 'csv', 'pair'],
      ['# Query:\n```\nQ\n```\n\n# Answer:\n```\nA\n```\n', 'urial', 'pair'],
      ['Q: Q\nA: A\n', 'pasted', 'pair'],
      ['User: Q\nAssistant:\nA', 'pasted', 'pair'],
    ];
    for (const [text, container, shape] of cases) {
      const { problems, notes, set, ...rest } = readDataSet(text, 'f');
      expect(rest, text).toEqual({ container, shapes: [shape] });
      expect({ problems, notes }).toEqual({ problems: [], notes: [] });
      expect(set.examples.map(({ example }) => example)).toEqual([turn('Q', 'A')]);
    }
  });

  it('keep system messages and all turns', () => {
    const messages = [
      { role: 'system', content: 'S' },
      { role: 'user', content: 'Q1' },
      { role: 'assistant', content: 'A1' },
      { role: 'user', content: 'Q2' },
      { role: 'assistant', content: 'A2' },
    ];
    const talk = { system: 'S', turns: [turn('Q1', 'A1').turns[0], turn('Q2', 'A2').turns[0]] };
    expect(examplesOf(jsonl({ messages }))).toEqual([talk]);
    const alpaca = {
      instruction: 'Q2',
      input: 'it',
      output: 'A2',
      system: 'S',
      history: [['Q1', 'A1']],
    };
    const [read] = examplesOf(jsonl(alpaca)) as Conversation[];
    expect(read?.turns[1]?.query).toBe('Q2\n\nit');
    expect(read?.system).toBe('S');
  });

  it('compare answers under a prompt of their own, a shared one, or inside', () => {
    const say = (role: string, content: string) => ({ role, content });
    const same = { history: [], query: 'Q', chosen: 'A', rejected: 'B' };
    const [asked, good, bad] = [say('user', 'Q'), say('assistant', 'A'), say('assistant', 'B')];
    for (const record of [
      { prompt: 'Q', chosen: 'A', rejected: 'B' },
      { prompt: [asked], chosen: [good], rejected: [bad] },
      { chosen: [asked, good], rejected: [asked, bad] },
      { prompt: 'Q', chosen: [asked, good], rejected: [asked, bad] },
    ]) {
      const { set } = readDataSet(jsonl(record), 'f');
      expect(set).toEqual({ method: 'dpo', examples: [{ place: 'Line 1', example: same }] });
    }
    expect(readDataSet('prompt,chosen,rejected\nQ,A,B', 'f').set.method).toBe('dpo');
  });
});

describe('bad records', () => {
  const good = JSON.stringify({ query: 'Q', answer: 'A' });
  const left = (bad: string) => {
    const { set, problems } = readDataSet(`${good}\n${bad}\n\n${good}`, 'f');
    expect(set.examples.map(({ place }) => place)).toEqual(['Line 1', 'Line 4']);
    return problems.map(({ message }) => message);
  };

  it('are named by their line and stop no other', () => {
    const say = (role: string, content: unknown) => ({ role, content });
    const cases: [unknown, string][] = [
      [{ query: 'Q', answer: ' \n' }, 'the answer of message 2 is empty'],
      [{ query: '', answer: 'A' }, 'the question of message 1 is empty'],
      [{ query: 'Q', answer: 4 }, 'answer: Expected a text or a list of messages'],
      [{ prompt: 'Q' }, 'no field is known for the answer; it has “prompt”'],
      [{ text: 'Q' }, 'no field is known for a question; it has “text”'],
      [{}, 'it has none'],
      [[1, 2], 'an object with fields'],
      [null, 'an object with fields'],
      [{ instruction: 'Q' }, 'output: Expected string'],
      [{ messages: [] }, 'no question and no answer'],
      [{ messages: [say('user', 'Q')] }, 'the last question has no answer'],
      [{ messages: [say('assistant', 'A')] }, 'message 1 is by the assistant'],
      [{ messages: [say('user', 'Q'), say('tool', '4')] }, 'message 2 is by “tool”'],
      [{ messages: [say('user', 'Q'), say('system', 'S')] }, 'message 2 is by the system'],
      [{ messages: [say('user', 'Q'), say('assistant', null)] }, 'messages[1]: Expected'],
      [{ prompt: 'Q', chosen: 'A', rejected: 'B' }, 'it compares two answers'],
      [{ prompt: 'Q', chosen: 'A', rejected: 'A' }, 'the same answer'],
      [{ chosen: 'A', rejected: 'B' }, 'prompt: it is missing'],
      [{ prompt: 'Q', chosen: 'A', rejected: '' }, 'rejected: the answer of message 2 is empty'],
    ];
    for (const [record, message] of cases) {
      const [said] = left(JSON.stringify(record));
      expect(said).toMatch(/^Line 2: /);
      expect(said).toContain(message);
    }
    expect(left('{"query": "Q", "answer": "A"')[0]).toContain('Line 2: this line is no JSON');
  });

  it('are told by the line where they begin, in lists and tables', () => {
    const list = JSON.stringify(
      [
        { query: 'Q', answer: 'A' },
        { query: 'Q', answer: '' },
      ],
      null,
      2,
    );
    expect(readDataSet(list, 'f').problems.map(({ place }) => place)).toEqual(['Line 6']);
    const table = 'query,answer\n"Q\nQ",A\n\nalone\nQ,A,more\nQ,A\n"Q"x,A\n';
    const { set, problems } = readDataSet(table, 'f');
    expect(set.examples.map(({ place }) => place)).toEqual(['Line 2', 'Line 7']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Line 5: 1 fields stand here, the header has 2'),
      expect.stringContaining('Line 6: 3 fields stand here'),
      expect.stringContaining('Line 8: a quotation mark'),
    ]);
  });

  it('in pasted text are whole blocks', () => {
    const { set, problems } = readDataSet('Q: 1\nA: 2\nA: 3\n\nQ: 4\nQ: 5\nmore\nA: 6\n7', 'f');
    expect(set.examples).toEqual([{ place: 'Line 6', example: turn('5\nmore', '6\n7') }]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Line 1: a second answer stands on line 3'),
      expect.stringContaining('Line 5: the question has no answer'),
    ]);
  });

  it('alone refuse the file, by line', () => {
    expect(refused(' \n').message).toBe('f.txt: line 1: there is no text in it.');
    expect(refused('[{"query": "Q",\n "answer" "A"}]').message).toContain('Line 2');
    expect(refused('Once upon a time').message).toContain('line 1: this is no data set');
    expect(refused('query,answer\n').message).toContain('Line 1');
    expect(refused('[]').message).toContain('nothing in it could be read');
    const all = refused('{"query": "Q"}\n{"text": 1}\n');
    expect(all.message).toContain('Line 1');
    expect(all.message).toContain('2 records');
    expect(all.detail).toContain('Line 2');
  });

  it('of a URIAL prompt are told, its rules are not imported', () => {
    const text =
      '# Instruction\n\nBe brief.\n\n# Query:\n```\nQ\n```\n\n# Answer:\n```\nA\n```\n\n# Query:\n```\nAlone\n```\n';
    const { set, problems, notes } = readDataSet(text, 'f');
    expect(set.examples).toEqual([{ place: 'Line 5', example: turn('Q', 'A') }]);
    expect(problems.map(({ place }) => place)).toEqual(['Line 15']);
    expect(notes.join()).toContain('the rules were left out');
  });
});
