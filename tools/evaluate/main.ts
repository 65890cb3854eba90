import { probe } from './commands/probe.ts';
import { table } from './commands/table.ts';
import { readCommand, usage, UsageError, type Command } from './command-line.ts';
import { BenchFileError } from './conditions/material.ts';
import { ModelPlaceError } from './model/weights.ts';
import { CheckpointError } from '../pretrain/training/checkpoint.ts';

/** Exit codes: 0 done, 1 failed, 2 bad arguments, 130 stopped by Ctrl+C with finished conditions kept. */
const stopped = 130;

/** Errors whose message tells the reader everything: no stack trace. */
const expected = [ModelPlaceError, CheckpointError, BenchFileError];

async function run(command: Command, signal: AbortSignal): Promise<void> {
  switch (command.name) {
    case 'help':
      return console.log(usage.trimEnd());
    case 'probe':
      return probe(command, console.log, signal);
    case 'table':
      await table(command, { print: console.log, note: console.error }, signal);
  }
}

const stop = new AbortController();
process.on('SIGINT', () => {
  if (stop.signal.aborted) process.exit(stopped);
  stop.abort();
});
try {
  await run(readCommand(process.argv.slice(2)), stop.signal);
} catch (error) {
  if (stop.signal.aborted) process.exitCode = stopped;
  else if (error instanceof UsageError) {
    console.error(`${error.message} Try: npm run eval-model -- --help`);
    process.exitCode = 2;
  } else {
    console.error(
      expected.some((kind) => error instanceof kind) ? (error as Error).message : error,
    );
    process.exitCode = 1;
  }
}
