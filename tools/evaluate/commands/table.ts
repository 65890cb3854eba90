import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchLanguage } from '../../../src/scoring/lab-80/schema.ts';
import { duration } from '../../pretrain/training/progress.ts';
import { AnswerCache } from '../conditions/cache.ts';
import { checkSameItems, loadMaterial, type Material } from '../conditions/material.ts';
import { ConditionRunner } from '../conditions/runner.ts';
import { figuresOf } from '../figures/figures.ts';
import { renderFigure } from '../figures/render.ts';
import { ModelShelf } from '../model/shelf.ts';
import { measureContrast, type MeasuredContrast } from '../table/measure.ts';
import { possible, stepName, stepsFor, weightOf, type Step } from '../table/plan.ts';
import { tableLines } from '../table/print.ts';
import { contrasts } from '../table/rows.ts';

/** What to measure, on what, and where the results go. */
export interface TableRequest {
  readonly weights: string;
  readonly only: string;
  readonly split: 'dev' | 'test';
  readonly quick: boolean;
  readonly draws: number;
  readonly threads: number;
  /** Files for the table and for every scored answer, and a folder for pictures. */
  readonly json?: string | undefined;
  readonly figures?: string | undefined;
  readonly rows?: string | undefined;
}

/** Where output goes: results, and what tells of progress. */
export interface Sinks {
  readonly print: (line: string) => void;
  readonly note: (line: string) => void;
}

const benchFolder = join('public', 'lab-80');
const cacheFolder = join('.cache', 'evaluate');

/** Runs the steps one after another and tells after each how long the others may take. */
async function runSteps(
  runner: ConditionRunner,
  steps: readonly Step[],
  { note }: Sinks,
): Promise<void> {
  const total = steps.reduce((sum, step) => sum + weightOf(step), 0);
  const begin = performance.now();
  let done = 0;
  for (const [i, step] of steps.entries()) {
    const start = performance.now();
    await runner.rows(step.condition, step.turn);
    done += weightOf(step);
    const now = performance.now();
    const left = (((now - begin) / 1000) * (total - done)) / done;
    note(
      `[${i + 1}/${steps.length}] ${stepName(step)}: ${((now - start) / 1000).toFixed(1)} s; ` +
        `about ${duration(left)} left`,
    );
  }
}

function writeFigures(folder: string, rows: readonly MeasuredContrast[]): void {
  mkdirSync(folder, { recursive: true });
  for (const figure of figuresOf(rows))
    writeFileSync(join(folder, `${figure.name}.svg`), renderFigure(figure));
}

/**
 * Measures the rows of the table and prints it. What is answered is kept in .cache/evaluate: a stopped
 * run goes on where it was.
 * @throws ModelPlaceError, BenchFileError; the signal's reason when it aborts
 */
export async function table(
  request: TableRequest,
  sinks: Sinks,
  signal: AbortSignal,
): Promise<MeasuredContrast[]> {
  const { weights, only, split, quick, draws, threads, json, figures, rows: rowsFile } = request;
  const shelf = new ModelShelf(weights, threads);
  const materials = new Map<BenchLanguage, Material>();
  const material = (language: BenchLanguage): Material => {
    const known = materials.get(language) ?? loadMaterial(benchFolder, language, { split, quick });
    materials.set(language, known);
    return known;
  };
  const cache = new AnswerCache(cacheFolder);
  const runner = new ConditionRunner({ shelf, cache, material, draws, signal });
  const wished = contrasts.filter(({ contrast }) => contrast.includes(only));
  const { rows, missing } = possible(wished, (role) => shelf.has(role));
  if (missing.length > 0)
    sinks.note(`Without its model: ${missing.join(', ')}. Those rows are left out.`);
  try {
    sinks.note(`${shelf.name}, Lab-80 ${split}${quick ? ', every second item' : ''}`);
    const steps = stepsFor(rows);
    checkSameItems([...new Set(steps.map(({ condition }) => condition.language))].map(material));
    await runSteps(runner, steps, sinks);
    const measured: MeasuredContrast[] = [];
    for (const row of rows)
      measured.push(await measureContrast(row, runner, () => shelf.generator('base'), signal));
    for (const line of tableLines(measured)) sinks.print(line);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(measured, null, 1)}\n`);
    if (figures !== undefined) writeFigures(figures, measured);
    return measured;
  } finally {
    if (rowsFile !== undefined) {
      const lines = (await runner.allRows()).map((row) => `${JSON.stringify(row)}\n`);
      writeFileSync(rowsFile, lines.join(''));
    }
    await shelf.close();
  }
}
