import { writeFileSync } from 'node:fs';
import { countOperators } from './browser/operators.ts';
import { leftPaddedBatch } from './browser/left-padded.ts';
import { serveBenchPage } from './browser/open.ts';
import type { FileServer } from './browser/serve.ts';
import { readRequest } from '../request.ts';
import { usage } from './usage.ts';
import { full, quick, type Entry } from './matrix.ts';
import { readConfig } from './models/config.ts';
import { writeDocs, written, type Sections } from './report/docs.ts';
import type { Row } from './report/row.ts';
import { growthTable, markdown, plainTable, sweepTable } from './report/table.ts';
import { measureGrowth, type Grown } from './suites/growth.ts';
import { nameOf, withPair } from './suites/pair.ts';
import { measureScoring } from './suites/scoring.ts';
import { measureSingle } from './suites/single.ts';
import { measureSweep, warmUp } from './suites/sweep.ts';
import { sweepJobs } from './work/sweep.ts';

/** What a bench came to. */
interface Findings {
  readonly rows: Row[];
  readonly grown: Grown[];
}

const log = (line: string): void => console.log(line);
const titleOf = ({ ground }: Entry): string =>
  `${nameOf(ground)} ${ground.backend}, ${ground.threads} threads`;

async function measure(
  entry: Entry,
  server: () => Promise<FileServer>,
  { rows, grown }: Findings,
): Promise<void> {
  const { ground, baselines, prefixes, care, single, scoring, growth } = entry;
  const size = readConfig(ground.model).vocabSize;
  await withPair(ground, baselines, server, async (pair) => {
    for (const each of [pair.ours, ...pair.baselines]) await warmUp(each, size);
    for (const prefix of prefixes) {
      log(`  sweep of 64 runs, prefix ${prefix}`);
      const found = await measureSweep(ground, size, pair, prefix, care, log);
      rows.push(...found);
      for (const { baseline, ratio, identical_streams } of found)
        log(`    ${ratio.toFixed(1)} times ${baseline}, same streams ${identical_streams}`);
    }
    if (single) rows.push(...(await measureSingle(ground, size, pair)));
    if (growth) grown.push(...(await measureGrowth(pair.ours, size)));
  });
  if (scoring) rows.push(await measureScoring(ground, size, log));
}

/** What one token costs in calls of WebGPU, by contestant; on a software adapter, so no times. */
async function operators(server: FileServer): Promise<string> {
  const model = 'lab-base-4m';
  const jobs = sweepJobs(3072, { prefix: 200 }, 5).slice(0, 8);
  const rows: string[][] = [];
  for (const contestant of ['transformers.js', 'ours'] as const) {
    const some = contestant === 'ours' ? jobs : jobs.slice(0, 2);
    const found = await countOperators(server, { contestant, model, precision: 'fp32' }, some);
    const nodes = Object.entries(found.nodes).map(([provider, count]) => `${count} ${provider}`);
    const numbers = [found.kernels, found.submissions, found.readbacks].map((n) => n.toFixed(1));
    rows.push([contestant, String(some.length), nodes.join(', '), ...numbers]);
  }
  return markdown(
    ['', 'rows', 'nodes of the graph', 'kernels a token', 'submissions', 'buffers read back'],
    rows,
  );
}

function sectionsOf({ rows, grown }: Findings, counts: string | undefined): Sections {
  const of = (suite: Row['suite']) => rows.filter((row) => row.suite === suite);
  const sections: [string, string][] = [
    ['Sweeps of 64 runs', sweepTable(of('sweep'))],
    ['One run at a time', plainTable(of('single'))],
    ['Scoring: 8 texts of 100 tokens under prompts that share 1,000', plainTable(of('scoring'))],
    ['How cost grows', growthTable(grown)],
  ];
  if (counts !== undefined) sections.push(['Calls of WebGPU', counts]);
  sections.push(['Left out', `A ${leftPaddedBatch.name}: ${leftPaddedBatch.reason}`]);
  return sections.filter(([, text]) => text.split('\n').length !== 2);
}

/** Measures the engine beside others; prints, and writes what was asked for. @returns the exit code */
export async function benchEngine(options: string[]): Promise<number> {
  const request = readRequest(options);
  if (!request) {
    log(usage);
    return 0;
  }
  const entries = (request.quick ? quick : full).filter(({ ground }) =>
    `${nameOf(ground)} ${ground.backend}`.includes(request.only),
  );
  let started: Promise<FileServer> | undefined;
  const server = () => (started ??= serveBenchPage());
  const findings: Findings = { rows: [], grown: [] };
  const whole = !request.quick && request.only === '';
  let failed = 0;
  try {
    for (const entry of entries) {
      log(titleOf(entry));
      await measure(entry, server, findings).catch((thrown: unknown) => {
        failed++;
        log(`  failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      });
      if (request.json !== undefined)
        writeFileSync(request.json, `${JSON.stringify(findings.rows, null, 1)}\n`);
    }
    const sections = sectionsOf(findings, whole ? await operators(await server()) : undefined);
    log(`\n${written(sections)}`);
    if (whole) writeDocs('docs/benchmarks.md', sections);
  } finally {
    await (await started)?.close();
  }
  return failed > 0 ? 1 : 0;
}
