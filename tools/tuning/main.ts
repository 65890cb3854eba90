import { ModelPlaceError } from '../evaluate/model/weights.ts';
import { readWeights } from '../evaluate/model/open.ts';
import { UsageError } from '../pretrain/command-line.ts';
import { readTwinCommand, usage, type TwinCommand } from './command-line.ts';
import { exportTwin, readManifest, twinDescription } from './export-twin.ts';
import { PoolError } from './pool.ts';
import { trainTwin } from './twin.ts';

/** Errors whose message tells the reader everything: no stack trace. */
const expected = [UsageError, PoolError, ModelPlaceError];

async function run({ help, base, out, request, precisions }: TwinCommand): Promise<void> {
  if (help) return console.log(usage.trimEnd());
  const model = readWeights(base);
  const about = twinDescription(readManifest(base), out, request.seed);
  const parameters = await trainTwin(model, request, (line) => console.log(line));
  const { files } = exportTwin(out, { ...model, parameters }, about, precisions);
  console.log(`Exported to ${out}:`);
  for (const { path, bytes } of files)
    console.log(`  ${path.padEnd(24)} ${(bytes / 1e6).toFixed(2).padStart(8)} MB`);
}

try {
  await run(readTwinCommand(process.argv.slice(2)));
} catch (error) {
  const told = expected.some((kind) => error instanceof kind);
  console.error(told ? (error as Error).message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
