import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBenchFiles } from './benches.ts';
import { UsageError } from './command-line.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'benches-'))));
afterEach(() => rm(folder, { recursive: true }));

const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

it('reads sets under the ids that documents name, and notes what is left out', async () => {
  const path = await write('q.jsonl', '{"query":"a"}\n{"query":'.concat('\n{'.repeat(9)));
  const notes: string[] = [];
  const sets = await readBenchFiles([path, path], (line) => notes.push(line));
  expect(sets.map(({ id }) => /^[0-9a-f]{64}$/.test(id))).toEqual([true, true]);
  expect(sets[0]).toMatchObject({ content: { kind: 'questions', items: [{ id: '0' }] } });
  expect(notes).toHaveLength(2 * 7);
  expect(notes[0]).toBe(
    `${path}: Line 2: this line is no JSON: each has one whole object. It was left out.`,
  );
  expect(notes[5]).toBe(`${path}: 5 more records were left out.`);
  expect(notes[6]).toContain(`documents name this set ${sets[0]?.id ?? ''}.`);
});

it('refuses files that are not there, or that nothing can be read of, in one line', async () => {
  const read = async (path: string) => {
    const thrown: unknown = await readBenchFiles([path], () => undefined).catch(
      (why: unknown) => why,
    );
    expect(thrown).toBeInstanceOf(UsageError);
    return (thrown as UsageError).message;
  };
  expect(await read(join(folder, 'none.jsonl'))).toContain('none.jsonl could not be read');
  const odd = await read(await write('odd.json', '{"total": 1}'));
  expect(odd).toMatch(/^[^\n]*odd\.json[^\n]*Line 1[^\n]*$/);
});
