import { inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { breathing } from '../domain/breathing.ts';
import { crc32 } from './crc32.ts';
import { zipFile, type ZipEntry } from './zip.ts';

const at = new Date('2026-02-03T04:05:06.000Z');

/** Reads an archive from its end, as unzip does: names and contents. */
function read(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, Buffer>();
  let place = bytes.readUInt32LE(end + 16);
  expect(place + bytes.readUInt32LE(end + 12)).toBe(end);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    expect(bytes.readUInt32LE(place)).toBe(0x02014b50);
    const [crc, packed, size] = [16, 20, 24].map((field) => bytes.readUInt32LE(place + field));
    const length = bytes.readUInt16LE(place + 28);
    const name = bytes.toString('utf8', place + 46, place + 46 + length);
    const local = bytes.readUInt32LE(place + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    expect(bytes.toString('utf8', local + 30, local + 30 + length)).toBe(name);
    const content = inflateRawSync(
      bytes.subarray(local + 30 + length, local + 30 + length + (packed ?? 0)),
    );
    expect([content.length, crc32(content)]).toEqual([size, crc]);
    files.set(name, content);
    place += 46 + length;
  }
  return files;
}

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
      const back = read(await zipped(entries));
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
  const back = read(archive);
  expect(back.get('m · bare/samples.jsonl')?.length).toBe(500_000);
  expect([...(back.get('rows.parquet') ?? [])]).toEqual([0, 255, 7]);
  expect(archive.length).toBeLessThan(10_000);
});
