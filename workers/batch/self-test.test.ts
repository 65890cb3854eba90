import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { maxDifference, probe } from '../runtime/self-test.ts';
import type { OpenBatch } from './open-batch.ts';
import { expectedOf, probeBatch } from './self-test.ts';
import { TinyModel } from './testing/tiny.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let tiny: TinyModel;
let batch: OpenBatch;
beforeAll(async () => {
  tiny = await TinyModel.open();
  batch = await tiny.openBatch();
});
afterAll(async () => {
  await batch.release();
  await tiny.release();
});

it('finds the plain decoder’s probabilities in the batch, row for row', async () => {
  const expected = expectedOf(await probe(tiny.plain, tiny.model.vocabularySize));
  const found = await probeBatch(batch.decoder);
  expect(found.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
  expect(maxDifference(found, expected)).toBeLessThan(1e-5);
});

it('tells a decoder whose rows read each other’s caches', async () => {
  const { caches } = batch.decoder;
  const pick = caches.regroup.bind(caches);
  const spy = vi
    .spyOn(caches, 'regroup')
    .mockImplementation((cache, rows) => pick(cache, rows.toReversed()));
  const expected = expectedOf(await probe(tiny.plain, tiny.model.vocabularySize));
  expect(maxDifference(await probeBatch(batch.decoder), expected)).toBeGreaterThan(0.01);
  spy.mockRestore();
});

it('tells a device that finds the wrong block of a draw', async () => {
  const { decoder } = batch;
  const read = decoder.read.bind(decoder);
  const spy = vi.spyOn(decoder, 'read').mockImplementation(async (reading) => {
    const reads = await read(reading);
    return { ...reads, draws: reads.draws.map((draw) => ({ ...draw, nearBlock: 0 })) };
  });
  const expected = expectedOf(await probe(tiny.plain, tiny.model.vocabularySize));
  expect(maxDifference(await probeBatch(decoder), expected)).toBeNaN();
  spy.mockRestore();
});
