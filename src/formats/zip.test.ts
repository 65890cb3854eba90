import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { breathing } from '../domain/breathing.ts';
import { crc32 } from './crc32.ts';
import { readZip } from './testing/read-zip.ts';
import { zipFile, type ZipEntry } from './zip.ts';

const at = new Date('2026-02-03T04:05:06.000Z');

const zipped = async (entries: readonly ZipEntry[]): Promise<Buffer> =>
  Buffer.from(await (await zipFile(entries, at, breathing())).arrayBuffer());

it('has the check sum of the standard', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});

it('gives every file back, whatever its name and pieces', async () => {
  const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }), texts), async (files) => {
      const entries = Object.entries(files).map(([name, pieces]) => ({ name, pieces }));
      const back = readZip(await zipped(entries));
      expect([...back.keys()]).toEqual(entries.map(({ name }) => name));
      for (const { name, pieces } of entries)
        expect(back.get(name)?.toString()).toBe(Buffer.from(pieces.join('')).toString());
    }),
    { numRuns: 10 },
  );
});

it('takes bytes, deep paths, and repeats for little', async () => {
  const pieces = Array.from({ length: 50 }, () => 'the same line again\n'.repeat(500));
  const bytes = new Uint8Array([0, 255, 7]).buffer;
  const archive = await zipped([
    { name: 'm · bare/samples.jsonl', pieces },
    { name: 'rows.parquet', pieces: [bytes] },
  ]);
  const back = readZip(archive);
  expect(back.get('m · bare/samples.jsonl')?.length).toBe(500_000);
  expect([...(back.get('rows.parquet') ?? [])]).toEqual([0, 255, 7]);
  expect(archive.length).toBeLessThan(10_000);
});
