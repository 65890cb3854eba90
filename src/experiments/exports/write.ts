import { breathing } from '../../domain/breathing.ts';
import type { ExportFile, Rest } from '../../formats/exports/file.ts';
import { exportAlpaca } from './alpaca.ts';
import { exportFastChat } from './fastchat.ts';
import type { ToolFormat } from './formats.ts';
import { exportIfeval } from './ifeval.ts';
import { exportInspect } from './inspect.ts';
import { exportLmEval } from './lm-eval.ts';
import { exportPromptfoo } from './promptfoo.ts';
import type { ExportSource } from './source.ts';

type Writer = (source: ExportSource, rest: Rest) => Promise<ExportFile[]>;

const writers: Readonly<Record<ToolFormat['id'], Writer>> = {
  fastchat: exportFastChat,
  alpaca: exportAlpaca,
  ifeval: exportIfeval,
  'lm-eval': exportLmEval,
  inspect: exportInspect,
  promptfoo: exportPromptfoo,
};

/**
 * An experiment as the files of a tool; the page may work meanwhile.
 * @throws Problem 'file-missing' where a prompt that the form holds is not stored
 */
export const toolFiles = (
  id: ToolFormat['id'],
  source: ExportSource,
  rest: Rest = breathing(),
): Promise<ExportFile[]> => writers[id](source, rest);

/** Hashes of the texts that prompts of an experiment begin with, for `ExportSource`'s `texts`. */
export const recipeHashes = ({ rows }: ExportSource['results']): string[] => [
  ...new Set(
    rows.flatMap(({ cell }) => (cell && cell.kind !== 'failed' ? [cell.prompt.recipe] : [])),
  ),
];
