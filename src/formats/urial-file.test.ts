import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../domain/problem.ts';
import { readUrial, writeUrial, type UrialContent } from './urial-file.ts';

const file = [
  '# Instruction',
  '',
  'Be brief and kind. ',
  '',
  '# Query:',
  '```Two and two?```',
  ' ',
  '# Answer:',
  '```',
  'Four.',
  '```',
  '',
  '',
  '# Query:',
  '```',
  'Hi',
  '```',
  '',
  '# Answer:',
  '```',
  'Here is code:',
  '```js',
  'x',
  '```',
  '```',
].join('\n');

describe('readUrial', () => {
  it('finds rules and pairs, however the fences are spaced', () => {
    const { rules, pairs, variant, warnings } = readUrial(file, 'mine.txt');
    expect(rules).toBe('Be brief and kind.');
    expect(pairs).toEqual([
      { query: 'Two and two?', answer: 'Four.' },
      { query: 'Hi', answer: 'Here is code:\n```js\nx\n```' },
    ]);
    expect(variant).toBe('urial-fenced');
    expect(warnings).toEqual([]);
  });

  it('names the file and the line of what it cannot read', () => {
    const thrown = (text: string) => {
      try {
        readUrial(text, 'mine.txt');
      } catch (error) {
        return error instanceof Problem ? error.report() : null;
      }
    };
    expect(thrown('Dear diary')).toMatchObject({
      code: 'bad-input',
      message: 'mine.txt: line 1: no heading of a URIAL prompt was found.',
    });
    expect(thrown('\n# Query:\nA\n# Answer:\nB\n# Answer:\nC')?.message).toContain('line 6');
    expect(thrown('Hello\n# Query:\nA')?.message).toContain('before the first heading');
  });

  it('warns of two queries in a row, and pairs each answer with the nearest', () => {
    const text = '# Query:\nouter\n# Query:\ninner\n# Answer:\nto inner\n# Answer:\nto outer\n';
    const read = readUrial(text, 'slip.txt');
    expect(read.pairs).toEqual([
      { query: 'outer', answer: 'to outer' },
      { query: 'inner', answer: 'to inner' },
    ]);
    expect(read.warnings).toEqual([expect.stringContaining('Lines 1 to 5')]);
    expect(writeUrial(read, read.spelling)).toBe(text);
  });

  it('warns of a query without an answer', () => {
    const read = readUrial('# User:\nWhat now?\n', 'open.txt');
    expect(read.pairs).toEqual([{ query: 'What now?', answer: '' }]);
    expect(read.warnings[0]).toContain('Line 1');
  });
});

describe('writeUrial', () => {
  const piece = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '```',
    '# Query:',
    '# Answer:',
    '# User:',
    'é',
    '“',
    '\t',
  );
  const scrap = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

  it('gives back any file that could be read, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            scrap,
            fc.constantFrom('\n# Query:\n', '\n# Answer:\n', '\n# User:\n', '\n# Assistant:\n'),
          ),
        ),
        (scraps) => {
          const text = scraps.join('');
          let read;
          try {
            read = readUrial(text, 'any.txt');
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
            return;
          }
          expect(writeUrial(read, read.spelling)).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is read back as it was written', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 25 })
      .filter((s) => !/\r|(^|\n)# (Query|Answer|User|Assistant):/.test(s));
    const trimmed = text.map((s) => s.trim());
    const content = (variant: UrialContent['variant'], side: fc.Arbitrary<string>) =>
      fc.record({
        variant: fc.constant(variant),
        rules: trimmed.filter((s) => !s.startsWith('# ')),
        pairs: fc.array(fc.record({ query: side, answer: side }), { minLength: 1, maxLength: 4 }),
      });
    fc.assert(
      fc.property(
        fc.oneof(content('urial-fenced', text), content('urial-chat', trimmed)),
        (made) => {
          const { rules, pairs, variant } = readUrial(writeUrial(made), 'made.txt');
          expect({ rules, pairs, variant }).toEqual(made);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('writes queries alone as the published prompts do, and reads them back', () => {
    const text =
      '# Instruction\n\nBe brief.\n\n# Query:\n```\nHi\n```\n\n# Query:\n```\nBye\n```\n';
    const read = readUrial(text, 'queries.txt');
    expect(read.pairs).toEqual([
      { query: 'Hi', answer: '' },
      { query: 'Bye', answer: '' },
    ]);
    expect(writeUrial(read)).toBe(text);
  });

  it('keeps an empty query above an answer alone, which could not be read without', () => {
    const pairs = [{ query: '', answer: 'Hello!' }];
    const text = writeUrial({ rules: '', pairs, variant: 'urial-fenced' });
    expect(text).toBe('# Query:\n```\n\n```\n\n# Answer:\n```\nHello!\n```\n');
    expect(readUrial(text, 'answers.txt').pairs).toEqual(pairs);
  });

  it('keeps the spelling while texts change, and drops it when the number of pairs does', () => {
    const read = readUrial(file, 'mine.txt');
    const [one, two] = read.pairs;
    if (!one || !two) throw new Error('two pairs expected');
    expect(writeUrial({ ...read, pairs: [{ ...one, answer: '4' }, two] }, read.spelling)).toBe(
      file.replace('Four.', '4'),
    );
    expect(writeUrial({ ...read, pairs: [one] }, read.spelling)).toBe(
      '# Instruction\n\nBe brief and kind.\n\n# Query:\n```\nTwo and two?\n```\n\n# Answer:\n```\nFour.\n```\n',
    );
  });
});

const shared = '../shared/data/urial_prompts';
const published: [name: string, pairs: number, warnings: number][] = [
  ['basic_icl', 3, 0],
  ['inst_1k', 3, 0],
  ['inst_1k_v3', 3, 0],
  ['inst_1k_v4', 3, 0],
  ['inst_1k_v4.help', 3, 0],
  ['inst_1shot', 1, 0],
  ['inst_2k_v4', 8, 1],
  ['inst_help_v6-1k', 3, 0],
  ['inst_only', 0, 0],
];

describe(`URIAL's published prompts${existsSync(shared) ? '' : ' (skipped: ../shared/data is absent)'}`, () => {
  it.skipIf(!existsSync(shared)).each(published)(
    '%s: %i pairs, %i warnings, same bytes',
    (name, n, warned) => {
      const text = readFileSync(`${shared}/${name}.txt`, 'utf8');
      const read = readUrial(text, name);
      expect(read.pairs).toHaveLength(n);
      expect(read.warnings).toHaveLength(warned);
      expect(read.variant).toBe(name === 'inst_help_v6-1k' ? 'urial-chat' : 'urial-fenced');
      for (const { query, answer } of read.pairs) {
        expect(query).not.toBe('');
        expect(answer).not.toBe('');
      }
      expect(writeUrial(read, read.spelling)).toBe(text);
    },
  );
});
