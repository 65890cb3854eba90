import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/problem.ts';
import { readDataSet, type DataSet } from './data-set.ts';

/** Two thousand of every format. */
const runs = { numRuns: 2000 };

const word = fc.constantFrom('sky', 'two, three', 'a "b" c', 'é\nü', '{}', "it's", '# x', '12');
const turns = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 3 });
const many = <T>(record: fc.Arbitrary<T>) => fc.array(record, { minLength: 1, maxLength: 5 });

const lines = (records: readonly unknown[]) => records.map((r) => JSON.stringify(r)).join('\n');
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
const table = (header: string[], rows: readonly string[][]) =>
  [header, ...rows].map((row) => row.map(quoted).join(',')).join('\n');
const said = (roles: [string, string], role: string, content: string) => (t: [string, string][]) =>
  t.flatMap(([q, a]) => [
    { [role]: roles[0], [content]: q },
    { [role]: roles[1], [content]: a },
  ]);
const chat = said(['user', 'assistant'], 'role', 'content');
const shareGpt = said(['human', 'gpt'], 'from', 'value');

/** A valid file of each format. */
const formats: Record<string, fc.Arbitrary<string>> = {
  'pairs, JSON lines': many(fc.record({ query: word, answer: word })).map(lines),
  'pairs, CSV': many(fc.tuple(word, word)).map((rows) => table(['query', 'answer'], rows)),
  'Alpaca, JSON': many(fc.record({ instruction: word, input: word, output: word })).map((list) =>
    JSON.stringify(list, null, 1),
  ),
  'Alpaca, CSV': many(fc.tuple(word, word, word)).map((rows) =>
    table(['instruction', 'input', 'output'], rows),
  ),
  'ShareGPT, JSON': many(turns).map((list) =>
    JSON.stringify(
      list.map((t) => ({ conversations: shareGpt(t) })),
      null,
      1,
    ),
  ),
  'ShareGPT, JSON lines': many(turns).map((list) =>
    lines(list.map((t) => ({ conversations: shareGpt(t) }))),
  ),
  'messages, JSON lines': many(turns).map((list) =>
    lines(list.map((t) => ({ messages: chat(t) }))),
  ),
  'preferences, JSON lines': many(
    fc.record({ prompt: word, chosen: word.map((w) => `${w}!`), rejected: word }),
  ).map(lines),
  'preferences, CSV': many(fc.tuple(word, word, word)).map((rows) =>
    table(
      ['prompt', 'chosen', 'rejected'],
      rows.map(([a, b, c]) => [a, `${b}!`, c]),
    ),
  ),
  'a URIAL prompt': many(fc.tuple(word, word)).map((rows) =>
    rows
      .map(([q, a]) => `# Query:\n\`\`\`\n${q}\n\`\`\`\n\n# Answer:\n\`\`\`\n${a}\n\`\`\`\n\n`)
      .join(''),
  ),
  'pasted text': many(fc.tuple(word, word)).map((rows) =>
    rows.map(([q, a]) => `Q: ${q}\nA: ${a}\n`).join('\n'),
  ),
};

const noise = fc.oneof(
  fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\n', '\\', '\0', '\uFEFF', '\ud800', '\r'),
  fc.constantFrom(
    'null',
    '"role":"tool"',
    'Q:',
    'A:',
    '# Answer:\n',
    '```',
    '""',
    '[[[[[',
    '1e999',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** The file with some places cut, doubled, or written over. */
const damaged = (file: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      file,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 12 }), noise), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.double({ min: 0.3, max: 3, noNaN: true }),
    )
    .map(([text, wounds, length]) => {
      let out = text;
      for (const [where, cut, put] of wounds) {
        const at = Math.floor(where * out.length);
        out = out.slice(0, at) + put + out.slice(at + cut);
      }
      return out.slice(0, Math.ceil(length * out.length));
    });

const lineOf = (message: string): number => Number(/line (\d+)/i.exec(message)?.[1]);

/** What was read of a file that may be damaged; null where it was refused, as people should be told. */
function outcome(text: string): DataSet | null {
  try {
    return readDataSet(text, 'file');
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Problem);
    const { code, message, remedy } = thrown as Problem;
    expect(code).toBe('bad-input');
    expect(remedy).not.toBe('');
    expect(lineOf(message), message).toBeGreaterThan(0);
    expect(lineOf(message), message).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
    return null;
  }
}

describe.each(Object.entries(formats))('%s', (_, file) => {
  it('damaged anywhere: every record is whole, or named by its line', () => {
    fc.assert(
      fc.property(damaged(file), (text) => {
        const read = outcome(text);
        if (!read) return;
        const count = text.split(/\r\n?|\n/).length;
        for (const { place, message } of read.problems) {
          expect(message.startsWith(`${place}: `)).toBe(true);
          expect(lineOf(place)).toBeGreaterThan(0);
          expect(lineOf(place)).toBeLessThanOrEqual(count);
        }
        const places = [...read.problems, ...read.set.examples].map(({ place }) => place);
        // every line of JSON lines is accounted for, once
        if (read.container === 'jsonl')
          expect(new Set(places).size).toBe(text.split('\n').filter((l) => l.trim() !== '').length);
        for (const { example } of read.set.examples) {
          const parts =
            'turns' in example
              ? example.turns.flatMap(({ query, answer }) => [query, answer])
              : [example.query, example.chosen, example.rejected];
          expect(parts.every((part) => part.trim() !== '')).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('one bad record among good ones', () => {
  const pair = (i: number) => ({ query: `Q${i}`, answer: `A${i}` });
  const bad: unknown[] = [
    null,
    7,
    'text',
    [],
    {},
    { query: 'Q' },
    { query: 'Q', answer: '' },
    { query: ['Q'], answer: 'A' },
    { messages: [{ role: 'user', content: 'Q' }] },
    { conversations: [{ from: 'gpt', value: 'A' }] },
    { conversations: 'none' },
    { prompt: 'Q', chosen: 'A', rejected: 'A' },
    { instruction: 'Q', output: 5 },
  ];

  it('is named, and all others are imported as they are', () => {
    const place = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.nat({ max: 11 }));
    fc.assert(
      fc.property(place, fc.constantFrom(...bad), fc.boolean(), ([count, at], wrong, asLines) => {
        const where = at % count;
        const records = Array.from({ length: count }, (_, i) => (i === where ? wrong : pair(i)));
        const text = asLines
          ? lines(records)
          : `[${records.map((record) => JSON.stringify(record)).join(',\n')}]`;
        const read = outcome(text);
        expect(read?.problems.map((problem) => problem.place)).toEqual([`Line ${where + 1}`]);
        expect(read?.set.examples).toEqual(
          records.flatMap((record, i) =>
            record === wrong ? [] : [{ place: `Line ${i + 1}`, example: { turns: [pair(i)] } }],
          ),
        );
      }),
      runs,
    );
  });
});

it('nested deeper than any stack is refused or named', () => {
  const deep = '['.repeat(200_000);
  expect(outcome(deep)).toBeNull();
  expect(outcome(`[${deep}${']'.repeat(200_000)}]`)).toBeNull();
  expect(outcome(`{"query":"Q","answer":"A"}\n{"messages":${deep}`)?.problems).toHaveLength(1);
});
