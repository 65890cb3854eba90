import { parseArgs } from 'node:util';
import type { ProbeRequest } from './commands/probe.ts';
import type { TableRequest } from './commands/table.ts';
import { bundledFolder, defaultModel } from './model/open.ts';

/** Arguments that make no sense; the message says which. The program ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the program was asked to do. */
export type Command =
  | { readonly name: 'help' }
  | ({ readonly name: 'probe' } & ProbeRequest)
  | ({ readonly name: 'table' } & TableRequest);

/** What `--help` prints. */
export const usage = `npm run eval-model -- [options]

Asks a bundled base model the questions of Lab-80 in many ways, scores its answers and prints
contrasts with their 95 % intervals over items and demonstration draws. Without a browser.

Options
  --model NAME     the model in public/models/NAME (default: the largest base model there)
  --weights PATH   another model: its folder, one of its .onnx files, or a training run's folder
                   (.cache/pretrain/<recipe>)
  --only TEXT      only rows (or probes) with TEXT in their name
  --threads N      of the runtime (default 0: all cores; 1 where another program keeps them busy)
  --quick          every second item
  --draws N        draws of demonstrations, styles and samples (default 5)
  --split NAME     test (default) or dev
  --json FILE      writes the table
  --figures FOLDER draws its pictures (SVG)
  --rows FILE      writes every scored answer, one a line
  --probe          instead: short questions that only the examples in the prompt can answer
  --count N        with --probe: questions of each kind (default 100)
  --show N         with --probe: prints N wrong answers of each kind (default 0)
  --help           this text

Answers are kept in .cache/evaluate: after Ctrl+C the same command goes on where it was.
`;

const options = {
  model: { type: 'string' },
  weights: { type: 'string' },
  only: { type: 'string' },
  threads: { type: 'string' },
  quick: { type: 'boolean' },
  draws: { type: 'string' },
  split: { type: 'string' },
  json: { type: 'string' },
  figures: { type: 'string' },
  rows: { type: 'string' },
  probe: { type: 'boolean' },
  count: { type: 'string' },
  show: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof options;
const forTable: readonly OptionName[] = ['quick', 'draws', 'split', 'json', 'figures', 'rows'];
const forProbe: readonly OptionName[] = ['count', 'show'];

/** Reads the arguments after the program's name. Throws `UsageError`. */
export function readCommand(args: readonly string[]): Command {
  const values = parse(args);
  if (values.help) return { name: 'help' };
  if (values.weights !== undefined && values.model !== undefined)
    throw new UsageError('Either --weights or --model, not both.');
  const foreign = (values.probe ? forTable : forProbe).find((name) => values[name] !== undefined);
  if (foreign !== undefined)
    throw new UsageError(`--${foreign} goes ${values.probe ? 'without' : 'with'} --probe.`);
  const shared = {
    weights: values.weights ?? bundledFolder(values.model ?? defaultModel()),
    only: values.only ?? '',
    threads: whole('threads', values.threads ?? '0', 0),
  };
  if (values.probe)
    return {
      name: 'probe',
      ...shared,
      count: whole('count', values.count ?? '100', 1),
      show: whole('show', values.show ?? '0', 0),
    };
  return {
    name: 'table',
    ...shared,
    split: splitNamed(values.split ?? 'test'),
    quick: values.quick ?? false,
    draws: whole('draws', values.draws ?? '5', 1),
    json: values.json,
    figures: values.figures,
    rows: values.rows,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    // Node's second sentence explains how to pass such a thing after "--"; the first suffices.
    const [first] = (error as Error).message.split('. ');
    throw new UsageError(`${first?.replace(/\.$/, '')}.`);
  }
}

function splitNamed(name: string): 'dev' | 'test' {
  if (name === 'dev' || name === 'test') return name;
  throw new UsageError(`--split ${name}: it is dev or test.`);
}

function whole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${option} ${text}: a whole number of at least ${least} belongs here.`);
}
