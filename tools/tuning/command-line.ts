import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Precision } from '../../src/domain/model.ts';
import { UsageError } from '../pretrain/command-line.ts';
import type { TwinRequest } from './twin-data.ts';

/** What the program was asked to do. */
export interface TwinCommand {
  readonly help: boolean;
  /** Folder of the base model. */
  readonly base: string;
  /** Folder of the twin. */
  readonly out: string;
  readonly request: TwinRequest;
  readonly precisions: readonly Precision[];
}

/** What `--help` prints. */
export const usage = `npx tsx tools/tuning/main.ts --base NAME --out FOLDER [options]

Makes the instruct twin of a bundled base model: fine-tuning on courteous answers in a chat
template, then preference tuning. The same command gives the same bytes.

Options
  --base NAME       the base model: a name under public/models, or a folder
  --out FOLDER      where the twin goes; its last part is the twin's name
  --examples N      demonstrations of the pool, over all languages (default 3000)
  --pool FOLDER     where the pool's files stand (default public/lab-80)
  --only PRECISION  q4 | fp32: writes one decoder only (default both)
  --seed N          another draw of everything (default 1)
  --help            this text
`;

const options = {
  base: { type: 'string' },
  out: { type: 'string' },
  examples: { type: 'string', default: '3000' },
  pool: { type: 'string', default: join('public', 'lab-80') },
  only: { type: 'string' },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the arguments after the program's name. Throws `UsageError`, which says which is wrong. */
export function readTwinCommand(args: readonly string[]): TwinCommand {
  const values = parse(args);
  const { base = '', out = '', help, pool, only } = values;
  if (!help && base === '') throw new UsageError('--base is missing: which model?');
  if (!help && out === '') throw new UsageError('--out is missing: where to?');
  return {
    help,
    base: basename(base) === base ? join('public', 'models', base) : base,
    out,
    request: {
      examples: whole('examples', values.examples, 1),
      seed: whole('seed', values.seed, 0),
      pool,
    },
    precisions: only === undefined ? Precision.options : [precisionNamed(only)],
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

function precisionNamed(name: string): Precision {
  const found = Precision.options.find((precision) => precision === name);
  if (found) return found;
  throw new UsageError(`--only ${name}: ${Precision.options.join(' or ')} belongs here.`);
}

function whole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${option} ${text}: a whole number of at least ${least} belongs here.`);
}
