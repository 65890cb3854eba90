import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFolder } from '../testing/disk-folder.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { CheckpointKeeper, keptTrainings } from './keeper.ts';

const checkpoint = (step: number, size = 5): Checkpoint => ({
  course: {
    schema: 1,
    identity: 'ab'.repeat(32),
    base: 'f',
    step,
    steps: 9,
    curve: { steps: [], validation: [{ step: 0, loss: 1 / 3 }] },
    seconds: 1.5,
    device: 'wasm',
    reference: [-1.25],
    weights: { kind: 'all', parameters: size },
    finished: null,
  },
  state: {
    parameters: Float32Array.from({ length: size }, (_, i) => step + i / 3),
    moment1: new Float32Array(size).fill(2),
    moment2: new Float32Array(size).fill(3),
  },
});
const whole = async (given: Checkpoint) => {
  const parts = await writeCheckpoint(given);
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
};

let path: string;
beforeEach(async () => void (path = await mkdtemp(join(tmpdir(), 'checkpoints-'))));
afterEach(() => rm(path, { recursive: true }));

describe('a checkpoint', () => {
  it('comes back as it was', async () => {
    for (const size of [0, 1, 7])
      expect(await readCheckpoint(await whole(checkpoint(4, size)))).toEqual(checkpoint(4, size));
  });

  it('is none once a byte is gone or another one', async () => {
    const file = await whole(checkpoint(4));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const wrong = file.slice();
          wrong[at] = (wrong[at] as number) ^ by;
          expect(await readCheckpoint(wrong)).toBeNull();
          expect(await readCheckpoint(file.slice(0, at))).toBeNull();
        },
      ),
    );
  });
});

describe('CheckpointKeeper', () => {
  it('gives the newest back, and leaves the one before it until it is whole', async () => {
    const folder = diskFolder(path);
    const keeper = new CheckpointKeeper(folder, 't');
    expect(await keeper.load()).toBeNull();
    await keeper.save(checkpoint(1));
    await keeper.save(checkpoint(2));
    await keeper.save(checkpoint(3));
    expect((await keeper.load())?.course.step).toBe(3);
    // a crash in the middle of the next one
    const broken = { ...folder, write: () => folder.write('t.b', [Uint8Array.of(1, 2, 3)]) };
    const another = new CheckpointKeeper(broken, 't');
    await another.load();
    await another.save(checkpoint(4));
    const after = new CheckpointKeeper(folder, 't');
    expect(await after.load()).toEqual(checkpoint(3));
    await after.save(checkpoint(5));
    expect((await new CheckpointKeeper(folder, 't').load())?.course.step).toBe(5);
  });

  it('lists and removes', async () => {
    const folder = diskFolder(path);
    await new CheckpointKeeper(folder, 't1').save(checkpoint(1));
    await new CheckpointKeeper(folder, 't2').save(checkpoint(1));
    await new CheckpointKeeper(folder, 't2').save(checkpoint(2));
    expect(await keptTrainings(folder)).toEqual(['t1', 't2']);
    await new CheckpointKeeper(folder, 't1').remove();
    expect(await keptTrainings(folder)).toEqual(['t2']);
  });
});
