import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { JsonLines, replaceFile } from './json-lines.ts';

let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'json-lines-')), 'lines.jsonl');
});

const read = () => readFile(path, 'utf8');

async function reopened(): Promise<string[]> {
  const { file, lines } = await JsonLines.open(path);
  await file.close();
  return lines;
}

describe('JsonLines', () => {
  it('keeps lines in the order given, each on the disk when it is told so', async () => {
    const { file, lines } = await JsonLines.open(path);
    expect(lines).toEqual([]);
    await Promise.all([
      ...['a', 'b', 'c'].map((line) => file.append(line)),
      file.append('d').then(async () => expect(await read()).toMatch(/^a\nb\nc\nd\n/)),
      file.append('e'),
    ]);
    expect(await read()).toBe('a\nb\nc\nd\ne\n');
    await file.close();
    expect(await reopened()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('drops a torn last line wherever it was torn, and goes on after the whole ones', async () => {
    const lines = ['{"é":1}', '{"b":"ü"}', '{"c":3}'];
    const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        await writeFile(path, whole.subarray(0, length));
        const kept = whole.subarray(0, length).toString('utf8').split('\n').slice(0, -1);
        const { file, lines: found } = await JsonLines.open(path);
        expect(found).toEqual(kept);
        await file.append('next');
        await file.close();
        expect(await read()).toBe([...kept, 'next', ''].join('\n'));
      }),
    );
  });

  it('takes nothing more after a write that failed', async () => {
    const { file } = await JsonLines.open(path);
    await file.append('a');
    await file.close();
    await expect(file.append('b')).rejects.toThrow();
    await expect(file.append('c')).rejects.toThrow();
    expect(await read()).toBe('a\n');
  });
});

describe('replaceFile', () => {
  it('puts a whole text in the place of another', async () => {
    await writeFile(path, 'old and longer');
    await replaceFile(path, ['n', 'ew']);
    expect(await read()).toBe('new');
  });
});
