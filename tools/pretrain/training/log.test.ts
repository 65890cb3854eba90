import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendLog, readLog, rewindLog, type LogEntry } from './log.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  path = join(folder, 'log.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = (step: number): LogEntry => ({
  kind: 'validation',
  step,
  tokens: step * 10,
  loss: 2,
  families: { a: 1 },
  examples: { 1: null },
});

describe('training log', () => {
  it('reads what was written, but for a line cut short', () => {
    for (const n of [1, 2]) appendLog(path, entry(n));
    appendFileSync(path, '{"kind":"val');
    expect(readLog(path)).toEqual([entry(1), entry(2)]);
  });

  it('is empty where there is none', () => {
    expect(readLog(path)).toEqual([]);
  });

  it('forgets what a resumed run will tell again', () => {
    for (const n of [1, 2, 3]) appendLog(path, entry(n));
    rewindLog(path, 2);
    expect(readLog(path)).toEqual([entry(1), entry(2)]);
  });

  it('names a damaged line', () => {
    appendLog(path, entry(1));
    appendFileSync(path, 'nonsense\n');
    expect(() => readLog(path)).toThrow(`${path}, line 2`);
    writeFileSync(path, '{"kind":"other"}\n');
    expect(() => readLog(path)).toThrow('line 1');
  });
});
