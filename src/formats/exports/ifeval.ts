import { jsonLines, type ExportFile, type Named, type Rest } from './file.ts';

/** A line of a file of responses. */
export interface IfevalResponse {
  readonly prompt: string;
  readonly response: string;
}

/**
 * Responses as `instruction_following_eval.evaluation_main --input_response_data` takes them
 * (google-research/instruction_following_eval, evaluation_lib.py), a file for each model. It finds a response
 * by its prompt's exact text, and stops at a prompt without one.
 */
export async function ifevalFiles(
  models: readonly Named<IfevalResponse>[],
  rest: Rest,
): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  for (const { name, rows } of models)
    files.push(await jsonLines(`input_response_data_${name}.jsonl`, rows, rest));
  return files;
}
