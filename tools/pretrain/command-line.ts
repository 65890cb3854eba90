import { parseArgs } from 'node:util';
import { findRecipe, recipes } from './recipes/index.ts';
import { stageNames, type StageName } from './corpus/index.ts';
import type { PretrainingRecipe } from './recipes/recipe.ts';

/** Arguments that make no sense; the message says which. The program ends with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the program was asked to do. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'all'; readonly recipe: PretrainingRecipe; readonly fresh: boolean }
  | { readonly name: 'export' | 'evaluate' | 'plot'; readonly recipe: PretrainingRecipe }
  | ({ readonly name: 'sample' } & SampleRequest)
  | { readonly name: 'stats'; readonly seed: number; readonly count: number };

/** Which documents to print. */
export interface SampleRequest {
  readonly stage: StageName;
  readonly seed: number;
  readonly count: number;
  readonly family?: string;
}

/** What `--help` prints. */
export const usage = `npm run pretrain -- [command] [options]

Trains a base language model from nothing, on a corpus that a program writes.
One recipe, one seed: the same model.

Commands
  (none)     everything: tokenizer, training, evaluation, export, loss plot.
             Goes on from the last checkpoint if there is one.
  export     writes public/models/<recipe> from the last checkpoint
  evaluate   measures the exported model and prints what it answers, for reading
  plot       draws docs/pretraining-loss.svg from the training log
  sample     prints documents of the corpus, for reading
  stats      prints what the corpus is made of

Options
  --recipe NAME    ${recipes.map((r) => r.name).join(' | ')}
  --fresh          start over (the earlier run is moved aside, not deleted)
  --stage NAME     sample: ${stageNames.join(' | ')} (default general)
  --family NAME    sample: only documents of this family
  --count N        sample: how many documents (default 5); stats: how many per stage (default 2000)
  --seed N         sample, stats: which documents (default 1)
  --help           this text

Ctrl+C saves a checkpoint and stops; the same command goes on from there.
Checkpoints and logs stand in .cache/pretrain/<recipe>/.
`;

const options = {
  recipe: { type: 'string' },
  fresh: { type: 'boolean' },
  stage: { type: 'string' },
  family: { type: 'string' },
  count: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof options;

/** Which options a command knows, beside --help. */
const known: Readonly<Record<string, readonly OptionName[]>> = {
  all: ['recipe', 'fresh'],
  export: ['recipe'],
  evaluate: ['recipe'],
  plot: ['recipe'],
  sample: ['stage', 'family', 'count', 'seed'],
  stats: ['count', 'seed'],
};

/** Reads the arguments after the program's name. Throws `UsageError`. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  const [name = 'all', extra] = positionals;
  const allowed = known[name];
  if (!allowed || (name === 'all' && positionals.length > 0))
    throw new UsageError(`There is no command "${name}".`);
  if (extra !== undefined) throw new UsageError(`One command at a time: what is "${extra}"?`);
  for (const option of Object.keys(values) as OptionName[])
    if (!allowed.includes(option))
      throw new UsageError(
        name === 'all'
          ? `--${option} belongs to another command than training.`
          : `The command "${name}" has no option --${option}.`,
      );
  switch (name) {
    case 'sample':
      return {
        name,
        stage: stageNamed(values.stage ?? 'general'),
        seed: whole('seed', values.seed ?? '1', 0),
        count: whole('count', values.count ?? '5', 1),
        ...(values.family === undefined ? {} : { family: values.family }),
      };
    case 'stats':
      return {
        name,
        seed: whole('seed', values.seed ?? '1', 0),
        count: whole('count', values.count ?? '2000', 1),
      };
    case 'export':
    case 'evaluate':
    case 'plot':
      return { name, recipe: recipeNamed(values.recipe) };
    default:
      return { name: 'all', recipe: recipeNamed(values.recipe), fresh: values.fresh ?? false };
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's second sentence explains how to pass such a thing after "--"; the first suffices.
    const [first] = (error as Error).message.split('. ');
    throw new UsageError(`${first?.replace(/\.$/, '')}.`);
  }
}

function recipeNamed(name: string | undefined): PretrainingRecipe {
  const found = name === undefined ? recipes[0] : findRecipe(name);
  if (found) return found;
  const names = recipes.map((recipe) => recipe.name).join(', ');
  throw new UsageError(`--recipe ${name}: there is no such recipe. There are: ${names}.`);
}

function stageNamed(name: string): StageName {
  const found = stageNames.find((stage) => stage === name);
  if (found) return found;
  throw new UsageError(
    `--stage ${name}: there is no such stage. There are: ${stageNames.join(', ')}.`,
  );
}

function whole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${option} ${text}: a whole number of at least ${least} belongs here.`);
}
