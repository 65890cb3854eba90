import { writeFileSync } from 'node:fs';
import type { FileServer } from '../engine/browser/serve.ts';
import { written, writeDocs, type Sections } from '../engine/report/docs.ts';
import { placeInBrowser, serveTrainingPage } from './browser/open.ts';
import { readRequest } from '../request.ts';
import { usage } from './usage.ts';
import { measureCeiling, type Ceiling } from './ceiling/ceiling.ts';
import { full, leftOut, quick, type Entry } from './matrix.ts';
import { measure } from './measure.ts';
import type { Placement } from './placement/placement.ts';
import type { Row } from './report/row.ts';
import { ceilingTable, placementTable, stepsTable } from './report/tables.ts';

const log = (line: string): void => console.log(line);
const titleOf = ({ size, backend, threads }: Entry): string => `${size} ${backend} ${threads}`;
const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** Whose graphs are looked at on WebGPU. */
const placed = 'lab-base-4m/onnx/model_q4.onnx';

const sectionsOf = (
  rows: readonly Row[],
  ceiling: readonly Ceiling[],
  placement: readonly Placement[],
): Sections => [
  ['Steps, side by side', stepsTable(rows)],
  ['What the runtime’s products alone reach in wasm', ceilingTable(ceiling)],
  [`Where nodes lie on WebGPU (${placed}, rows of 64 tokens)`, placementTable(placement)],
  ['Not measured', leftOut.map((each) => `- ${each}`).join('\n')],
];

/** Prints whether every node is where it should be. @returns whether */
function judge(placement: readonly Placement[]): boolean {
  const elsewhere = placement.filter(({ alone }) => !alone);
  if (placement.length > 0 && elsewhere.length === 0)
    log(`All nodes of all ${placement.length} training graphs lie on WebGPU, the CPU forbidden.`);
  for (const { graph, nodes, why } of elsewhere) log(`${graph}: ${JSON.stringify(nodes)}: ${why}`);
  return elsewhere.length === 0;
}

/** Measures trainings beside others; prints, and writes what was asked for. @returns the exit code */
export async function benchTraining(options: string[]): Promise<number> {
  const request = readRequest(options);
  if (!request) {
    log(usage);
    return 0;
  }
  const { only, json } = request;
  const entries = (request.quick ? quick : full).filter((entry) => titleOf(entry).includes(only));
  let started: Promise<FileServer> | undefined;
  const server = () => (started ??= serveTrainingPage());
  const rows: Row[] = [];
  let failed = 0;
  try {
    for (const entry of entries) {
      log(titleOf(entry));
      const found = await measure(entry, server, log).catch((thrown: unknown) => {
        failed++;
        log(`  failed: ${reasonOf(thrown)}`);
        return [];
      });
      for (const { peer, ratio } of found)
        if (ratio !== null) log(`    ${ratio.toFixed(2)} times ${peer}`);
      rows.push(...found);
      if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 1)}\n`);
    }
    const placement = only === '' ? await placeInBrowser(await server(), placed) : [];
    const ceiling = only === '' ? measureCeiling([1, 2]) : [];
    const sections = sectionsOf(rows, ceiling, placement);
    log(`\n${written(sections)}\n`);
    if (!judge(placement)) failed++;
    if (!request.quick && only === '') writeDocs('docs/benchmarks.md', sections, 'training');
  } finally {
    await (await started)?.close();
  }
  return failed > 0 ? 1 : 0;
}
