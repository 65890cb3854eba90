import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CheckpointError, readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
  path = join(folder, 'deep', 'checkpoint.bin');
});
afterEach(() => rmSync(folder, { recursive: true }));

const checkpoint: Checkpoint = {
  step: 12,
  documents: 345,
  seconds: 6.5,
  fingerprint: 'abc',
  parameters: new Float32Array([1.1, -0, 3e-40]),
  moment1: new Float32Array([4, 5, 6]),
  moment2: new Float32Array([7, 8, Math.PI]),
};

describe('checkpoint', () => {
  it('comes back bit for bit, replacing the one before', () => {
    writeCheckpoint(path, { ...checkpoint, step: 1 });
    writeCheckpoint(path, checkpoint);
    const read = readCheckpoint(path);
    expect(read).toEqual(checkpoint);
    expect(Object.is(read?.parameters[1], -0)).toBe(true);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['checkpoint.bin']);
  });

  it('is undefined where there is none', () => {
    expect(readCheckpoint(path)).toBeUndefined();
  });

  it('names the file and what is wrong with it', () => {
    writeCheckpoint(path, checkpoint);
    const bytes = readFileSync(path);
    const expectDamage = (damaged: Uint8Array, message: string) => {
      writeFileSync(path, damaged);
      expect(() => readCheckpoint(path)).toThrow(CheckpointError);
      expect(() => readCheckpoint(path)).toThrow(message);
      expect(() => readCheckpoint(path)).toThrow(path);
    };
    expectDamage(bytes.subarray(0, bytes.length - 1), 'holds 35 bytes');
    const flipped = Uint8Array.from(bytes);
    flipped[bytes.length - 2] = (flipped[bytes.length - 2] as number) ^ 1;
    expectDamage(flipped, 'checksum');
    expectDamage(Buffer.from('something else'), 'not a checkpoint');
    expectDamage(
      Buffer.from(bytes.toString('latin1').replace('"step"', '"stop"'), 'latin1'),
      'header',
    );
  });
});
