import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../domain/hash.ts';
import { Problem } from '../../domain/problem.ts';
import { readBenchFile } from './read.ts';
import { samples, textOf, type Sample } from './testing/samples.ts';
import type { BenchFile } from './types.ts';

/**
 * Of every format, damaged as text and damaged as values: over 5,000 in all. MALFORMED_FILES asks for more of
 * each, for a night.
 */
const runs = { numRuns: Number(process.env.MALFORMED_FILES ?? 140) };
const seconds = 60_000;

const noise = fc.oneof(
  fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\n', '\r\n', '\\', '\0', '\uFEFF', '\ud800'),
  fc.constantFrom('null', '1e999', '-0', '9'.repeat(400), '{"__proto__":{"x":1}}', '[[[[[', '""'),
  fc.constantFrom('# Query:\n', '# Answer:\n', 'Q:', 'A:', '```', ',,,', '\u2028'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** The text with some places cut or written over, its line ends changed, and its end missing. */
const damagedText = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.tuple(share, fc.nat({ max: 12 }), noise), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', '\uFEFF'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.double({ min: 0.2, max: 3, noNaN: true }),
    )
    .map(([wounds, mark, end, length]) => {
      let out = text;
      for (const [where, cut, put] of wounds) {
        const at = Math.floor(where * out.length);
        out = out.slice(0, at) + put + out.slice(at + cut);
      }
      return mark + out.slice(0, Math.ceil(length * out.length)).replaceAll('\n', end);
    });

const deep = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { x: value };
  return value;
};

/** What no field should hold, and what another one may. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', ' ', [], {}, [[]], [null], -1, 0.5, 1e300, 2 ** 60),
  fc.constantFrom<unknown>(
    '\0',
    '\ud800',
    'x'.repeat(5000),
    ['a', 7],
    [{}],
    { turns: 1 },
    deep(900),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The rows with fields taken out, swapped, renamed, or given other values. */
const damagedRows = ({ rows }: Sample): fc.Arbitrary<unknown[]> =>
  fc
    .array(fc.tuple(share, share, share, oddValue, fc.constantFrom('set', 'drop', 'swap', 'row')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((wounds) => {
      const out: unknown[] = rows.map((row) => ({ ...row }));
      for (const [which, field, other, odd, how] of wounds) {
        const value = JSON.parse(JSON.stringify(odd)) as unknown;
        const at = Math.floor(which * (out.length - 1));
        const row = out[at];
        if (how === 'row' || typeof row !== 'object' || row === null) out[at] = value;
        else {
          const fields = row as Record<string, unknown>;
          const names = Object.keys(fields);
          const [a = '', b = ''] = [field, other].map(
            (part) => names[Math.floor(part * (names.length - 1))],
          );
          const held = fields[a];
          if (how === 'drop') Reflect.deleteProperty(fields, a);
          else if (how === 'set') fields[a] = value;
          else [fields[a], fields[b]] = [fields[b], held];
        }
      }
      return out;
    });

const count = (text: string) => text.split(/\r\n?|\n/).length;
const lineIn = (message: string): number => Number(/line (\d+)/i.exec(message)?.[1]);

/** What was read of a file that may be damaged; null where it was refused, as people should be told. */
function outcome(text: string, name: string): BenchFile | null {
  try {
    const file = readBenchFile(text, name);
    const lines = file.problems.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect((lines[0] ?? 1) > 0 && (lines.at(-1) ?? 1) <= count(text)).toBe(true);
    const unnamed = file.problems.find(({ line, message }) => !message.startsWith(`Line ${line}`));
    expect(unnamed).toBeUndefined();
    return file;
  } catch (thrown) {
    expect(thrown, String(thrown)).toBeInstanceOf(Problem);
    const { code, message, remedy } = thrown as Problem;
    expect(code).toBe('bad-input');
    expect(remedy).toContain('Nothing was');
    expect(lineIn(message), message).toBeGreaterThan(0);
    expect(lineIn(message), message).toBeLessThanOrEqual(count(text));
    return null;
  }
}

/** Rows and how many stand in the file's own records; null for kinds that are no rows. */
function rowsOf(file: BenchFile): readonly unknown[] | null {
  if (file.kind === 'questions') return file.items;
  if (file.kind === 'answers') return file.answers;
  if (file.kind === 'judgments') return file.judgments;
  if (file.kind === 'references') return file.references;
  if (file.kind === 'judge-prompts') return file.prompts;
  if (file.kind === 'difficulties') return file.difficulties;
  return file.kind === 'pool' ? file.data.set.examples : null;
}

/** That no part of a row is missing or strange: what is stored and hashed later on. */
function checkWhole(file: BenchFile): void {
  expect(() => canonicalJson(rowsOf(file))).not.toThrow();
  if (file.kind === 'questions')
    for (const { id, turns } of file.items) {
      const filled = turns.every(
        ({ query, reference }) => query.trim() !== '' && reference?.trim() !== '',
      );
      expect(id !== '' && filled && [1, 2].includes(turns.length)).toBe(true);
    }
  if (file.kind === 'answers')
    for (const { turns } of file.answers)
      expect(turns.length > 0 && turns.every((turn) => typeof turn === 'string')).toBe(true);
}

describe.each(samples)('$name', (sample) => {
  it(
    'damaged as text: every record is whole, or named by its line',
    () => {
      fc.assert(
        fc.property(damagedText(textOf(sample)), (text) => {
          const file = outcome(text, sample.name);
          if (file) checkWhole(file);
        }),
        runs,
      );
    },
    seconds,
  );

  it(
    'damaged as values: every record is whole, or named by its line',
    () => {
      fc.assert(
        fc.property(damagedRows(sample), fc.boolean(), (rows, asLines) => {
          const text = asLines
            ? rows.map((row) => JSON.stringify(row)).join('\n')
            : JSON.stringify(rows, null, 1);
          const file = outcome(text, sample.name);
          if (!file) return;
          checkWhole(file);
          const read = rowsOf(file);
          // every record is accounted for, once; nothing is made up
          if (read) expect(read.length + file.problems.length).toBe(rows.length);
        }),
        runs,
      );
    },
    seconds,
  );
});

it('one bad record among good ones is named, and all others are read as they are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat({ max: 20 }), (sample, seed) => {
      const at = seed % (sample.rows.length + 1);
      const rows: unknown[] = [...sample.rows];
      rows.splice(at, 0, { question_id: null, broken: 1 });
      const file = outcome(rows.map((row) => JSON.stringify(row)).join('\n'), sample.name);
      expect(file?.problems.map(({ line }) => line)).toEqual([at + 1]);
      expect(file?.kind).toBe(sample.kind);
      expect(file && rowsOf(file)?.length).toBe(sample.rows.length);
    }),
    { numRuns: 300 },
  );
});

it('nested deeper than any stack is refused, or named', () => {
  const nested = '['.repeat(200_000) + ']'.repeat(200_000);
  expect(outcome(nested, 'x')).toBeNull();
  expect(outcome(`{"question_id": 1, "turns": ${nested}}`, 'x')).toBeNull();
  const good = '{"question_id":1,"turns":["Why?"]}';
  const file = outcome(`${good}\n{"question_id":2,"turns":${nested}}`, 'x');
  expect(file?.problems).toHaveLength(1);
  const kwargs = `[{"relation": ${nested}}]`;
  const ids = '"instruction_id_list":["a:b"]';
  expect(outcome(`{"prompt":"x",${ids},"kwargs":${kwargs}}`, 'x')).toBeNull();
});

it('a field called __proto__ stays a field', () => {
  const row = '{"prompt":"x","instruction_id_list":["a:b"],"kwargs":[{"__proto__":{"x":1}}]}';
  const file = outcome(row, 'x');
  expect(file === null || JSON.stringify(file).includes('"kwargs":{}')).toBe(true);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
