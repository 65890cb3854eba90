import { parseArgs } from 'node:util';
import { boardOf, type Known } from '../../src/experiments/claims/board.ts';
import { boardMarkdown } from '../../src/experiments/claims/board-markdown.ts';
import { checkDocument } from '../../src/experiments/document/read.ts';
import { readRound } from '../../src/experiments/plan/read-round.ts';
import { assemble } from '../../src/experiments/results/assemble.ts';
import { CellLog } from './cell-log.ts';
import { UsageError } from './command-line.ts';
import { readPart } from './part.ts';

/**
 * `npm run claims-board -- DIR...`: the claims board of the model that experiments in these folders were run
 * on (`npm run lab -- EXPERIMENT.json --out DIR`), as Markdown on stdout. Exit code 2 on bad input.
 */
async function known(folder: string): Promise<Known> {
  const part = await readPart(folder);
  if (!part) throw new UsageError(`${folder} holds no results: run an experiment there first.`);
  const rounds = await Promise.all(part.rounds.map(readRound));
  const log = await CellLog.open(folder);
  const cells = new Map([...log.read()].map((cell) => [cell.key, cell]));
  await log.close();
  const results = await assemble(checkDocument(part.record.document), rounds, () =>
    Promise.resolve(cells),
  );
  return { record: part.record, results };
}

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const experiments: Known[] = [];
  for (const folder of positionals) experiments.push(await known(folder));
  const model = experiments[0]?.record.models[0];
  if (!model) throw new UsageError('npm run claims-board -- DIR...: name a folder of results.');
  process.stdout.write(boardMarkdown(await boardOf(model, experiments)));
} catch (thrown) {
  if (!(thrown instanceof UsageError)) throw thrown;
  console.error(thrown.message);
  process.exitCode = 2;
}
