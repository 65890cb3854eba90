import { parseArgs } from 'node:util';
import type { ScoredBench } from '../../../src/experiments/elsewhere/scored.ts';
import { UsageError } from '../usage-error.ts';

/** What is to be scored, from which files. */
export interface ScoreCommand {
  readonly name: 'score';
  readonly bench: ScoredBench;
  /** Paths; what each file is, its content says. */
  readonly files: readonly string[];
  readonly out: string;
}

const formats: Readonly<Record<string, ScoredBench>> = {
  ifeval: 'ifeval',
  mtbench: 'mt-bench',
  alpaca: 'alpaca-eval',
  justeval: 'just-eval',
};

/** What `--help` prints of scoring. */
export const scoreUsage = `npm run lab -- score --format NAME --input FILE [--responses FILE] --out DIR

Scores answers and judgments that any system made: tables with n and 95 % intervals on stdout, summary.json and
report.html in DIR. No browser, no model.

  --format NAME     ${Object.keys(formats).join(', ')}
  --input FILE      mtbench: judgments; alpaca: annotations; ifeval: the prompts with their instructions;
                    justeval: judgments
  --responses FILE  ifeval: the responses; mtbench: the answers, for how ratings go with length;
                    alpaca: the instructions' difficulties
                    --input and --responses may be given more than once: judges of several files are compared
  --out DIR         where results go
`;

const options = {
  format: { type: 'string' },
  input: { type: 'string', multiple: true },
  responses: { type: 'string', multiple: true },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments after "score". @throws UsageError */
export function readScoreCommand(
  args: readonly string[],
): ScoreCommand | { readonly name: 'help' } {
  const { values } = parse(args);
  if (values.help) return { name: 'help' };
  const { format = '', input = [], responses = [], out } = values;
  const bench = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (bench === undefined)
    throw new UsageError(`--format “${format}”: it is ${Object.keys(formats).join(' or ')}.`);
  if (input.length === 0) throw new UsageError('--input FILE says what to score.');
  if (out === undefined) throw new UsageError('--out DIR says where results go.');
  return { name: 'score', bench, files: [...input, ...responses], out };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true });
  } catch (error) {
    // Node's second sentence explains how to pass such a thing after "--"; the first suffices.
    const [first] = (error as Error).message.split('. ');
    throw new UsageError(`${first?.replace(/\.$/, '')}.`);
  }
}
