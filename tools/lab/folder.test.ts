import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Cell } from '../../src/domain/cell.ts';
import {
  sampleCell,
  sampleExperiment,
  sampleFailure,
  sampleKey,
  sampleLikelihood,
  sampleRecipe,
} from '../../src/domain/testing/sample-experiment.ts';
import { planRound, wholeRound } from '../../src/experiments/plan/plan-round.ts';
import type { Round } from '../../src/experiments/plan/plan.ts';
import { smallDocument } from '../../src/experiments/testing/documents.ts';
import { models, shelf } from '../../src/experiments/testing/world.ts';
import type { Outcome } from '../../src/headless/driver.ts';
import { UsageError } from './command-line.ts';
import { ResultsFolder } from './folder.ts';
import type { Belongings } from './part.ts';

const document = smallDocument();
const belongings: Belongings = { document, model: { id: 'lab-base-4m', precision: 'fp32' } };
const record = sampleExperiment(0, { document });

let path = '';
let round: Round;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'folder-')), 'results');
  const parts = { models: models(), shelf: shelf() };
  const planned = await planRound(document, wholeRound(record.id, document), parts);
  const [first] = planned.round.cells;
  // three cells, planned in another order than they come
  const cells = [2, 0, 1].map((i) => ({ ...first, key: sampleKey(i) }));
  round = { ...planned.round, cells } as Round;
});

/** JSON knows no -0 and no undefined. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const at = (name: string) => readFile(join(path, name), 'utf8');
const keep = (folder: ResultsFolder, cell: Cell, recipe: typeof sampleRecipe | null = null) =>
  folder.keep({ kind: 'cell', line: JSON.stringify(cell), recipe });

async function begun(): Promise<ResultsFolder> {
  const folder = await ResultsFolder.open(path, belongings);
  await folder.keep({ kind: 'round', round });
  await folder.keep({ kind: 'record', record });
  return folder;
}

/** A folder with these cells, closed. */
async function withCells(...cells: Cell[]): Promise<void> {
  const folder = await begun();
  for (const cell of cells) await keep(folder, cell, sampleRecipe);
  await folder.close();
}

const opened = () => ResultsFolder.open(path, belongings);
const keysOf = (folder: ResultsFolder) => Array.from(folder.cells(), ({ key }) => key);

describe('A folder of results', () => {
  it('is not made before there is something to keep', async () => {
    const folder = await opened();
    await folder.keep({ kind: 'record', record });
    await folder.close();
    expect(existsSync(path)).toBe(false);
  });

  it('gives back what it was given: record, rounds, cells, recipes', async () => {
    await withCells(sampleCell(0), sampleLikelihood(1));
    const folder = await opened();
    expect(folder.record).toEqual(record);
    expect(folder.rounds).toEqual(asJson([round]));
    expect([...folder.cells()]).toEqual(asJson([sampleCell(0), sampleLikelihood(1)]));
    expect(folder.recipes).toEqual([sampleRecipe.hash]);
    await folder.close();
  });

  it('mends a torn last line and forgets its cell', async () => {
    await withCells(sampleCell(0));
    await appendFile(join(path, 'runs.jsonl'), JSON.stringify(sampleCell(1)).slice(0, -7));
    const folder = await opened();
    expect(keysOf(folder)).toEqual([sampleKey(0)]);
    await keep(folder, sampleCell(1));
    await folder.close();
    const again = await opened();
    expect(keysOf(again)).toEqual([sampleKey(0), sampleKey(1)]);
    await again.close();
  });

  it('keeps a cell once; one that failed gives way to its answer', async () => {
    await withCells(sampleCell(0), sampleFailure(1));
    const folder = await opened();
    await keep(folder, sampleCell(0, { createdAt: '2030-01-01T00:00:00.000Z' }));
    await keep(folder, sampleCell(1));
    await keep(folder, sampleFailure(1, 9));
    await folder.close();
    const again = await opened();
    expect([...again.cells()]).toEqual(asJson([sampleCell(0), sampleCell(1)]));
    await again.close();
  });

  it('puts cells into the order of the plan at the end, each once, with their bytes as they were', async () => {
    const folder = await begun();
    const lines = [0, 1, 2].map((i) => JSON.stringify(sampleCell(i)));
    const other = { hash: 'f'.repeat(64), text: 'no cell has it' };
    await keep(folder, sampleFailure(2));
    await keep(folder, sampleCell(0), other);
    await keep(folder, sampleCell(1), sampleRecipe);
    await keep(folder, sampleCell(2));
    await folder.finish({
      table: '',
      summary: { title: 'S' },
      report: '<p>',
    } as unknown as Outcome);
    expect(await at('runs.jsonl')).toBe([lines[2], lines[0], lines[1], ''].join('\n'));
    expect(await at('prompts.jsonl')).toBe(`${JSON.stringify(sampleRecipe)}\n`);
    expect(JSON.parse(await at('summary.json'))).toEqual({ title: 'S' });
    expect(await at('report.html')).toBe('<p>');
  });
});

describe('A folder that cannot be gone on with is refused in a line', () => {
  const refusal = async (wanted = belongings): Promise<string> => {
    const thrown: unknown = await ResultsFolder.open(path, wanted).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(UsageError);
    return (thrown as UsageError).message.replace(path, 'DIR');
  };

  it('another document', async () => {
    await withCells();
    expect(await refusal({ ...belongings, document: smallDocument({ title: 'Other' }) })).toBe(
      'DIR holds another experiment (“Experiment 0”): name another folder, or take this one away.',
    );
  });

  it('another model', async () => {
    await withCells();
    expect(await refusal({ ...belongings, model: { id: 'lab-base-4m', precision: 'q4' } })).toBe(
      'DIR holds this experiment on lab-base-4m in fp32: name another folder, or take this one away.',
    );
  });

  it('cells without a plan', async () => {
    await withCells(sampleCell(0));
    await writeFile(join(path, 'experiment.json'), '{"format": "another"}');
    expect(await refusal()).toMatch(/^DIR\/experiment\.json: format: .+ Name another folder/);
  });

  it('a line in the middle that is no cell, by its number', async () => {
    await withCells(sampleCell(0));
    const bad = { ...sampleCell(1), prompt: { recipe: 'none', live: '', length: 1 } };
    for (const line of [JSON.stringify(bad), JSON.stringify(sampleCell(2))])
      await appendFile(join(path, 'runs.jsonl'), `${line}\n`);
    expect(await refusal()).toMatch(/^DIR\/runs\.jsonl, line 2: prompt\.recipe: /);
    await writeFile(join(path, 'runs.jsonl'), 'never JSON\n');
    expect(await refusal()).toMatch(/^DIR\/runs\.jsonl, line 1: /);
  });
});
