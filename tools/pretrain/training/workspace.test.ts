import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BusyError, Workspace } from './workspace.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'workspace-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('Workspace', () => {
  it('is held by one process at a time, and a dead one holds nothing', () => {
    const workspace = new Workspace(join(folder, 'run'));
    workspace.claim();
    writeFileSync(join(workspace.folder, 'in-use-by'), String(process.ppid));
    expect(() => workspace.claim()).toThrow(BusyError);
    expect(() => workspace.setAside()).toThrow(String(process.ppid));
    writeFileSync(join(workspace.folder, 'in-use-by'), '999999999');
    workspace.claim();
    workspace.release();
    expect(existsSync(join(workspace.folder, 'in-use-by'))).toBe(false);
  });

  it('sets an earlier run aside instead of losing it', () => {
    const workspace = new Workspace(join(folder, 'run'));
    expect(workspace.setAside()).toBeUndefined();
    workspace.claim();
    writeFileSync(workspace.log, 'precious');
    const aside = workspace.setAside();
    expect(existsSync(workspace.folder)).toBe(false);
    expect(existsSync(join(aside ?? '', 'log.jsonl'))).toBe(true);
  });
});
