import { parseArgs } from 'node:util';
import type { ProbeRequest } from './commands/probe.ts';
import { bundledFolder } from './model/open.ts';

/** Arguments that make no sense; the message says which. The program ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the program was asked to do. */
export type Command = { readonly name: 'help' } | ({ readonly name: 'probe' } & ProbeRequest);

/** What `--help` prints. */
export const usage = `npm run eval-model -- [options]

Measures a bundled base model, without a browser.

Options
  --probe          short questions that only the examples in the prompt can answer
  --weights PATH   a model's folder, one of its .onnx files, or a training run's folder
                   (.cache/pretrain/<recipe>)
  --model NAME     the model in public/models/NAME (default lab-base-2m)
  --only TEXT      only what has TEXT in its name
  --count N        probe: questions of each kind (default 100)
  --show N         probe: prints N wrong answers of each kind (default 0)
  --threads N      of the runtime (default 0: all cores; 1 where another program keeps them busy)
  --help           this text
`;

const options = {
  probe: { type: 'boolean' },
  weights: { type: 'string' },
  model: { type: 'string' },
  only: { type: 'string' },
  count: { type: 'string' },
  show: { type: 'string' },
  threads: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments after the program's name. Throws `UsageError`. */
export function readCommand(args: readonly string[]): Command {
  const values = parse(args);
  if (values.help) return { name: 'help' };
  if (values.weights !== undefined && values.model !== undefined)
    throw new UsageError('Either --weights or --model, not both.');
  const weights = values.weights ?? bundledFolder(values.model ?? 'lab-base-2m');
  return {
    name: 'probe',
    weights,
    only: values.only ?? '',
    count: whole('count', values.count ?? '100', 1),
    show: whole('show', values.show ?? '0', 0),
    threads: whole('threads', values.threads ?? '0', 0),
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

function whole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${option} ${text}: a whole number of at least ${least} belongs here.`);
}
