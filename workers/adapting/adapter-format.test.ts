import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { factorSpecs, initialFactors } from '../../src/onnx/adapters/factors.ts';
import { flatLength } from '../../src/onnx/graph/flat.ts';
import { diskFolder } from '../training/testing/disk-folder.ts';
import { AdapterFiles } from './adapter-files.ts';
import {
  describe as words,
  readAdapter,
  readForeign,
  writeAdapter,
  type KnownLayers,
  type OtherWeights,
} from './adapter-format.ts';

const sites = ['q_proj', 'v_proj'].map((part) => ({
  ...{ name: `model.layers.0.self_attn.${part}`, rows: 4, columns: 6 },
}));
const specs = [{ name: 'w', shape: [2, 3] }];
const known: KnownLayers = { sites, specs: () => specs };
const shape = { sites, rank: 2, scale: 1.5 };
const factors: OtherWeights = {
  kind: 'adapter',
  shape,
  values: Float32Array.from(initialFactors(shape, (draw) => (draw * 0.618) % 1)),
};
const all: OtherWeights = { kind: 'all', values: Float32Array.from([1, 2, 3, 4, 5, 6]) };

describe('an adapter’s file', () => {
  it.each([
    ['factors', factors],
    ['all weights', all],
  ])('holds %s as they were, scale included', (_, weights) => {
    const file = writeAdapter(weights, known);
    expect(readAdapter(file, known)).toEqual(weights);
    expect(writeAdapter(weights, known)).toEqual(file);
  });

  it('made elsewhere becomes ours with its scale', () => {
    const file = writeAdapter(factors, known);
    const twice = readForeign(file, { r: 2, lora_alpha: 6 }, known);
    expect(twice).toEqual({ ...factors, shape: { ...shape, scale: 3 } });
    expect(words(twice)).toMatchObject({ kind: 'adapter', rank: 2, alpha: 6 });
    expect(factors.values.length).toBe(flatLength(factorSpecs(shape)));
  });

  it('of another model is refused, naming the layer', () => {
    const other = { ...known, sites: sites.slice(1) };
    const file = writeAdapter(factors, known);
    for (const read of [
      () => readAdapter(file, other),
      () => readForeign(file, { r: 2, lora_alpha: 2 }, other),
    ])
      expect(read).toThrow(
        expect.objectContaining({
          code: 'bad-input',
          message: expect.stringContaining('model.layers.0.self_attn.q_proj'),
        }),
      );
    expect(() => readAdapter(new Uint8Array(3), known)).toThrow(/cannot be used/);
    expect(() => readForeign(writeAdapter(all, known), { r: 2, lora_alpha: 2 }, known)).toThrow(
      /tensor w/,
    );
  });
});

describe('AdapterFiles', () => {
  let path: string;
  beforeEach(async () => void (path = await mkdtemp(join(tmpdir(), 'adapters-'))));
  afterEach(() => rm(path, { recursive: true }));

  it('keeps files by their content, and gives none that has changed', async () => {
    const files = new AdapterFiles(diskFolder(path));
    const { id, bytes } = await files.keep(writeAdapter(factors, known));
    expect(await files.keep(writeAdapter(factors, known))).toEqual({ id, bytes });
    expect(await files.list()).toEqual([id]);
    expect((await files.read(id)).length).toBe(bytes);
    await writeFile(join(path, id), 'cut off');
    expect(await files.has(id)).toBe(false);
    await expect(files.read(id)).rejects.toMatchObject({ code: 'file-damaged' });
    await files.keep(writeAdapter(factors, known));
    expect(await files.has(id)).toBe(true);
    await files.remove(id);
    await expect(files.read(id)).rejects.toMatchObject({ code: 'file-missing' });
    expect(await files.list()).toEqual([]);
  });
});
