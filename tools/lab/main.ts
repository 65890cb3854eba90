import { readCommand, usage, UsageError, type Command } from './command-line.ts';
import { ProgressLine } from './progress-line.ts';
import { dry, ending, run, type Talk } from './run-lab.ts';
import { score } from './score/score.ts';

const talk: Talk = { print: console.log, progress: new ProgressLine(process.stderr) };

const stop = new AbortController();
process.on('SIGINT', () => {
  if (stop.signal.aborted) process.exit(130);
  stop.abort();
});

async function obey(command: Command): Promise<void> {
  if (command.name === 'help') return talk.print(usage.trimEnd());
  if (command.name === 'score') return score(command, talk.print);
  return command.name === 'dry' ? dry(command, talk, stop.signal) : run(command, talk, stop.signal);
}

function commandOf(args: readonly string[]): Command {
  try {
    return readCommand(args);
  } catch (thrown) {
    if (thrown instanceof UsageError)
      throw new UsageError(`${thrown.message} Try: npm run lab -- --help`);
    throw thrown;
  }
}

try {
  await obey(commandOf(process.argv.slice(2)));
} catch (thrown) {
  const { code, line } = ending(thrown, stop.signal.aborted);
  talk.progress.note(line);
  process.exitCode = code;
}
