import { readCommand, usage, UsageError, type Command } from './command-line.ts';
import { evaluateRecipe } from './commands/evaluate.ts';
import { exportRecipe } from './commands/export.ts';
import { NothingYetError } from './commands/nothing-yet.ts';
import { plotRecipe } from './commands/plot.ts';
import { printSample, printStatistics } from './commands/read-corpus.ts';
import { trainRecipe } from './commands/train.ts';
import { CheckpointError } from './training/checkpoint.ts';
import { duration, ProgressPrinter } from './training/progress.ts';
import { DivergedError } from './training/trainer.ts';
import { BusyError } from './training/workspace.ts';

/** Exit codes: 0 done, 1 failed, 2 bad arguments, 130 stopped by Ctrl+C with a checkpoint saved. */
const stopped = 130;

/** Errors whose message tells the reader everything: no stack trace. */
const expected = [CheckpointError, DivergedError, BusyError, NothingYetError];

async function everything(
  { recipe, fresh }: Extract<Command, { name: 'all' }>,
  printer: ProgressPrinter,
): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(stopped);
    printer.note('Saving a checkpoint, then stopping (Ctrl+C again: stop at once).');
    stop.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const { finished, step, seconds } = await trainRecipe(recipe, fresh, printer, stop.signal);
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  if (!finished) {
    printer.note(`Stopped after step ${step}. The same command goes on from there.`);
    return stopped;
  }
  printer.note(`Trained in ${duration(seconds)}.`);
  exportRecipe(recipe, printer);
  plotRecipe(recipe, printer);
  await evaluateRecipe(recipe, printer);
  return 0;
}

async function run(command: Command): Promise<number> {
  const printer = new ProgressPrinter(process.stdout);
  switch (command.name) {
    case 'help':
      printer.note(usage.trimEnd());
      return 0;
    case 'all':
      return everything(command, printer);
    case 'export':
      exportRecipe(command.recipe, printer);
      return 0;
    case 'plot':
      plotRecipe(command.recipe, printer);
      return 0;
    case 'evaluate':
      await evaluateRecipe(command.recipe, printer);
      return 0;
    case 'sample':
      printSample(command, printer);
      return 0;
    case 'stats':
      printStatistics(command, printer);
      return 0;
  }
}

try {
  process.exitCode = await run(readCommand(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`${error.message} Try: npm run pretrain -- --help`);
    process.exitCode = 2;
  } else {
    console.error(
      expected.some((kind) => error instanceof kind) ? (error as Error).message : error,
    );
    process.exitCode = 1;
  }
}
