import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ModelShelf } from '../model/shelf.ts';
import { cellTable } from '../table/measure.ts';
import { tinyBench } from '../testing/tiny-bench.ts';
import { AnswerCache } from './cache.ts';
import { icl, templateOnly, tuned, type Arm, type Part } from './condition.ts';
import { ConditionRunner } from './runner.ts';

// Real models on a machine that may be busy: seconds, not a hang.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe('ConditionRunner', () => {
  let folder: string;
  let shelf: ModelShelf;
  const runner = (signal = new AbortController().signal) =>
    new ConditionRunner({
      shelf,
      cache: new AnswerCache(folder),
      material: () => tinyBench,
      draws: 2,
      signal,
    });
  const condition = (arm: Arm, part: Part) => ({ arm, language: 'en', part }) as const;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
    shelf = new ModelShelf('public/models/lab-base-2m', 0);
  });
  afterAll(async () => {
    await shelf.close();
    rmSync(folder, { recursive: true });
  });

  it('asks every item under every draw, both turns, and scores what is answered', async () => {
    const asked = runner();
    const first = await asked.rows(condition(icl(3), 'world'), 1);
    const second = await asked.rows(condition(icl(3), 'world'), 2);
    expect(first.map(({ item, draw, turn }) => [item, draw, turn])).toEqual([
      ['world-lion', 0, 1],
      ['world-legs', 0, 1],
      ['world-lion', 1, 1],
      ['world-legs', 1, 1],
    ]);
    expect(
      second.every(({ turn, condition: name }) => turn === 2 && name === 'en world icl-3'),
    ).toBe(true);
    for (const row of [...first, ...second])
      expect(row.score).toBe(1 + row.content + row.format + row.style + row.stop);
    expect(new Set([...first, ...second].map(({ promptHash }) => promptHash)).size).toBe(8);
    expect(cellTable(first, 'score').items).toEqual(['world-legs', 'world-lion']);
    expect(await asked.allRows()).toHaveLength(8);
  });

  it('has one draw where draws change nothing', async () => {
    expect(await runner().rows(condition(templateOnly, 'context'), 1)).toHaveLength(1);
  });

  it('goes on from what is kept: a stopped runner gives the same rows without asking', async () => {
    const rows = await runner().rows(condition(icl(1), 'context'), 1);
    const stopped = runner(AbortSignal.abort(new Error('stopped')));
    expect(await stopped.rows(condition(icl(1), 'context'), 1)).toEqual(rows);
    await expect(stopped.rows(condition(icl(2), 'context'), 1)).rejects.toThrow('stopped');
  });

  it('asks weights that were tuned on the draw’s demonstrations', async () => {
    const rows = await runner().rows(condition(tuned(3), 'world'), 1);
    expect(rows).toHaveLength(4);
    const plain = await runner().rows(condition(templateOnly, 'world'), 1);
    expect(rows.slice(0, 2).map(({ answer }) => answer)).not.toEqual(
      plain.map(({ answer }) => answer),
    );
    await expect(runner().rows(condition(tuned(3), 'context'), 1)).rejects.toThrow('world part');
  });
});
