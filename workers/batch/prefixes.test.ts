import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nowhere } from '../../src/onnx/rewrite/masks.ts';
import type { RowCache } from './caches/row-cache.ts';
import { readSideBySide } from './prefixes.ts';
import { TinyModel } from './testing/tiny.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const chunk = 8;
const range = (length: number): number[] => Array.from({ length }, (_, i) => i);
const texts = [3, 40, 17, 8, 1, 25, 9].map((length, row) =>
  range(length).map((i) => 10 + ((7 * i + 31 * row) % 300)),
);
const nobody = () => Promise.resolve();

/** A row's values [position][size] of the last layer's first head, by what stands where. */
async function valuesOf(cache: RowCache, row: number): Promise<number[][]> {
  const tensor = cache.tensors.at(-1);
  const [, heads = 0, room = 0, size = 0] = tensor?.dims ?? [];
  const values = (await tensor?.getData()) as Float32Array;
  const found: number[][] = [];
  for (const [at, position] of (cache.positions[row] ?? []).entries()) {
    const start = (row * heads * room + at) * size;
    if (position !== nowhere) found[position] = Array.from(values.subarray(start, start + size));
  }
  return found;
}

describe.each(['memory', 'device'] as const)('readSideBySide, caches in %s', (place) => {
  let tiny: TinyModel;
  beforeAll(async () => {
    tiny = await TinyModel.open();
  });
  afterAll(() => tiny.release());

  it('reads many long texts a few at a time, each as if it were alone', async () => {
    const batch = await tiny.openBatch(place);
    const { decoder } = batch;
    const nothing = { prefix: decoder.caches.none(1), length: 0 };
    const read = vi.spyOn(decoder, 'read');
    const together = await readSideBySide(decoder, texts, nothing, chunk, nobody);
    const sizes = read.mock.calls.map(([{ tokens }]) => tokens.flat().length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * chunk);
    expect(together.positions).toHaveLength(texts.length);
    for (const [row, text] of texts.entries()) {
      const alone = await readSideBySide(decoder, [text], nothing, 64, nobody);
      const [expected, found] = [await valuesOf(alone, 0), await valuesOf(together, row)];
      expect(found).toHaveLength(text.length);
      for (const [at, vector] of expected.entries())
        for (const [i, value] of vector.entries()) expect(found[at]?.[i]).toBeCloseTo(value, 4);
      alone.dispose();
    }
    together.dispose();
    nothing.prefix.dispose();
    expect(decoder.caches.ledger.held).toBe(0);
    await batch.release();
  });

  it('leaves nothing behind where it is broken off', async () => {
    const batch = await tiny.openBatch(place);
    const { caches } = batch.decoder;
    const nothing = { prefix: caches.none(1), length: 0 };
    let runs = 0;
    const pause = () => (++runs === 7 ? Promise.reject(new Error('enough')) : Promise.resolve());
    await expect(readSideBySide(batch.decoder, texts, nothing, chunk, pause)).rejects.toThrow(
      'enough',
    );
    nothing.prefix.dispose();
    expect(caches.ledger.held).toBe(0);
    await batch.release();
  });
});
