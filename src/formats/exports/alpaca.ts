import { jsonList, type ExportFile, type Named, type Rest } from './file.ts';

/** An entry of model_outputs.json. */
export interface AlpacaOutput {
  /** The sub-set that the instruction is of. */
  readonly dataset: string;
  readonly instruction: string;
  readonly output: string;
  /** The model's name; the same all through a file. */
  readonly generator: string;
}

/**
 * Outputs as `alpaca_eval --model_outputs` takes them (tatsu-lab/alpaca_eval, its README): a list for each model,
 * in a folder of its name.
 */
export async function alpacaFiles(
  models: readonly Named<AlpacaOutput>[],
  rest: Rest,
): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  for (const { name, rows } of models)
    files.push({
      name: `${name}/model_outputs.json`,
      type: 'application/json',
      pieces: [...(await jsonList(rows, rest)), '\n'],
    });
  return files;
}
