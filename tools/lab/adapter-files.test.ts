import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Adapter } from '../../src/domain/training/adapter.ts';
import { AdapterFiles } from './adapter-files.ts';

const id = 'a'.repeat(64);
const adapter: Adapter = {
  ...{ schema: 1, id, name: 'n', createdAt: '2026-01-01T00:00:00.000Z', bytes: 3 },
  base: { id: 'm', label: 'M', fingerprint: 'f' },
  weights: { kind: 'adapter', rank: 2, alpha: 4, sites: [] },
  origin: { kind: 'imported', file: 'f' },
};
const weights = Buffer.from([1, 2, 255]).toString('base64');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adapters-'));
});

it('gives back what it kept, also when it is opened again', async () => {
  const files = await AdapterFiles.open(folder);
  expect(files.all).toEqual([]);
  expect(await files.weights(id)).toBeNull();
  await files.put(adapter, weights);
  for (const each of [files, await AdapterFiles.open(folder)]) {
    expect(each.all).toEqual([adapter]);
    expect(await each.weights(id)).toBe(weights);
  }
  const names = await readdir(join(folder, 'adapters'));
  expect(names.toSorted()).toEqual([`${id}.json`, `${id}.safetensors`]);
  expect([...(await readFile(join(folder, 'adapters', `${id}.safetensors`)))]).toEqual([1, 2, 255]);
});

it('has no weights where their file is gone', async () => {
  const files = await AdapterFiles.open(folder);
  await files.put(adapter, weights);
  await rm(join(folder, 'adapters', `${id}.safetensors`));
  expect(await files.weights(id)).toBeNull();
});

it('names a record that nobody wrote so', async () => {
  const files = await AdapterFiles.open(folder);
  await files.put(adapter, weights);
  await writeFile(join(folder, 'adapters', `${id}.json`), '{"schema": 1}');
  await expect(AdapterFiles.open(folder)).rejects.toThrow(new RegExp(`${id}\\.json: .*id`));
});
