import { parseArgs } from 'node:util';
import { bundledModel, bundledModels } from '../../src/domain/bundled.ts';
import type { DeviceChoice, Precision } from '../../src/domain/model.ts';
import { exportIds, type ExportId } from '../../src/experiments/exports/formats.ts';
import type { ChosenModel } from '../../src/experiments/plan/models.ts';
import { readScoreCommand, scoreUsage, type ScoreCommand } from './score/command.ts';
import { readServed, servedOptions, servedUsage, type ServedWish } from './served-options.ts';
import { UsageError } from './usage-error.ts';

export { UsageError };

/** What to run, and where. */
export interface LabRequest {
  /** Path of the experiment document. */
  readonly document: string;
  readonly model: ChosenModel;
  readonly device: DeviceChoice;
  /** Other tools' forms that results are written in, too. */
  readonly exports: readonly ExportId[];
  /** Paths of benchmarks' files that the document may name. */
  readonly benches: readonly string[];
  /** What may be asked of served models. */
  readonly served: ServedWish;
}

/** What the program was asked to do. */
export type Command =
  | { readonly name: 'help' }
  | ScoreCommand
  | ({ readonly name: 'dry' } & LabRequest)
  | ({ readonly name: 'run'; readonly out: string; readonly again: boolean } & LabRequest);

/** What `--help` prints. */
export const usage = `npm run lab -- EXPERIMENT.json --out DIR [options]

Runs an experiment document with the page's own code in a headless Chromium: progress on stderr, the
summary table on stdout; runs.jsonl, summary.json and report.html in DIR. Where DIR holds a part of the
same experiment, it goes on from there.

Options
  --out DIR         where results go
  --bench FILE      a set of questions that the document names; repeatable
  --device NAME     wasm, webgpu (a software adapter where there is no GPU), or auto: webgpu on a GPU,
                    else wasm (default)
  --model ID        the model that the document calls "chosen" (default: ${bundledModels[0].id})
  --precision NAME  fp32 or q4 (default: the first that the model is there in)
  --again           cells that failed before are asked again
  --export LIST     writes DIR/export/<form>, too; forms, with commas between them:
                    ${exportIds.join(', ')}
  --dry             prints the plan: cells, and tokens by estimate; runs nothing
  --help            this text

${servedUsage}

Exit codes: 0 done, 2 bad input (nothing was run), 130 stopped by Ctrl+C (the same command goes on
from there), 1 anything else.

${scoreUsage}`;

const options = {
  out: { type: 'string' },
  bench: { type: 'string', multiple: true },
  device: { type: 'string' },
  model: { type: 'string' },
  precision: { type: 'string' },
  again: { type: 'boolean' },
  export: { type: 'string' },
  dry: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  ...servedOptions,
} as const;

/** Reads the arguments after the program's name. @throws UsageError */
export function readCommand(args: readonly string[]): Command {
  if (args[0] === 'score') return readScoreCommand(args.slice(1));
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  const [document, more] = positionals;
  if (document === undefined) throw new UsageError('Name an experiment document.');
  if (more !== undefined) throw new UsageError(`One document at a time: what is “${more}”?`);
  const request: LabRequest = {
    document,
    model: modelNamed(values.model ?? bundledModels[0].id, values.precision),
    benches: values.bench ?? [],
    device: oneOf('device', values.device ?? 'auto', ['wasm', 'webgpu', 'auto']),
    exports: exportsNamed(values.export),
    served: readServed(values),
  };
  if (values.dry) return { name: 'dry', ...request };
  if (values.out === undefined) throw new UsageError('--out DIR says where results go.');
  return { name: 'run', ...request, out: values.out, again: values.again ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    // Node's second sentence explains how to pass such a thing after "--"; the first suffices.
    const [first] = (error as Error).message.split('. ');
    throw new UsageError(`${first?.replace(/\.$/, '')}.`);
  }
}

function modelNamed(id: string, precision: string | undefined): ChosenModel {
  const model = bundledModel(id);
  const known = bundledModels.map((each) => each.id).join(', ');
  if (!model) throw new UsageError(`--model ${id}: known are ${known}.`);
  const there: readonly Precision[] = model.precisions;
  return { id, precision: oneOf('precision', precision ?? model.precisions[0], there) };
}

/** Each form once, in the order of the field. */
function exportsNamed(list: string | undefined): ExportId[] {
  if (list === undefined) return [];
  const named = new Set(list.split(',').map((name) => oneOf('export', name.trim(), exportIds)));
  return exportIds.filter((id) => named.has(id));
}

function oneOf<Name extends string>(option: string, given: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === given);
  if (found) return found;
  throw new UsageError(`--${option} ${given}: it is ${names.join(' or ')}.`);
}
