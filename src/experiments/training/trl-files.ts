import type { TrainingSettings } from '../../domain/training/settings.ts';
import { trlScript } from '../../formats/training/trl-script.ts';
import { writtenPairs, writtenRows } from '../../formats/training/written-rows.ts';
import type { PreparedRows } from './rows.ts';

/** A file to be saved, as text. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/**
 * All that repeats a training with TRL: the program, and beside it the very texts that are learnt from and
 * held out.
 * @param model the base as Hugging Face names it, or a folder
 */
export function trlFiles(
  { written }: Pick<PreparedRows, 'written'>,
  settings: TrainingSettings,
  model: string,
): TextFile[] {
  const part = (which: 'training' | 'validation'): TextFile => ({
    name: `${which}.jsonl`,
    text: written.method === 'sft' ? writtenRows(written[which]) : writtenPairs(written[which]),
  });
  const training = part('training');
  const validation = written.validation.length > 0 ? part('validation') : null;
  const text = trlScript({
    settings,
    model,
    trainingFile: training.name,
    validationFile: validation?.name ?? null,
  });
  return [{ name: 'train.py', text }, training, ...(validation ? [validation] : [])];
}
