import type { AnswerCell, LikelihoodCell } from '../../domain/cell.ts';
import type { Decoding } from '../../domain/decoding.ts';
import { Problem } from '../../domain/problem.ts';
import { layouts } from '../../domain/template.ts';
import type { ExperimentDocument } from '../document/document.ts';
import type { Setting } from '../document/setting.ts';
import { isTrained } from '../document/tuning.ts';
import { curated } from '../material/curated.ts';
import { filledUp } from '../plan/recipes.ts';
import type { ExportSource } from './source.ts';

/** SHA-256 of no text: what stands before a bare query. */
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * The whole prompt of a cell, as the model had it.
 * @param template of the cell's arm: in the chat layout the tokenizer wrote all of it as the live part
 * @throws Problem 'file-missing' where a part of it is not stored
 */
export function promptOf(
  { prompt }: Pick<AnswerCell | LikelihoodCell, 'prompt'>,
  template: Setting['template'],
  { texts }: Pick<ExportSource, 'texts'>,
): string {
  if (template === 'chat' || prompt.recipe === nothing) return prompt.live;
  const text = texts.get(prompt.recipe);
  if (text !== undefined) return text + prompt.live;
  throw new Problem({
    code: 'file-missing',
    message: `The text ${prompt.recipe.slice(0, 12)}…, which prompts of this experiment begin with, is not stored.`,
    remedy: 'Formats without prompts can be exported: FastChat, AlpacaEval, CSV, Parquet.',
  });
}

/** How many demonstrations an arm shows in its prompts. */
export function shotsOf(setting: Setting, { material }: ExperimentDocument): number {
  const { template, tuning, transforms } = setting;
  // what was learnt stands in the weights; some layouts have no place for demonstrations
  if (isTrained(tuning)) return 0;
  if (template !== 'chat' && layouts[template].demonstration === null) return 0;
  const block = material.curated?.length ?? curated.en.length;
  const sources = filledUp(setting, block).map((source) => {
    if (source.take === 'curated') return source.only?.length ?? block;
    if (source.take === 'given') return source.pairs.length;
    return source.take === 'conversations' ? 2 * source.count : (source.count ?? 0);
  });
  const gathered = sources.reduce((sum, count) => sum + count, 0);
  return transforms.reduce((count, transform) => {
    if (transform.kind === 'subset') return transform.keep.length;
    return transform.kind === 'leave-out' ? count - 1 : count;
  }, gathered);
}

/** The knobs that are not off, under other tools' names. */
export const knobsOf = (decoding: Omit<Decoding, 'seed'>) => ({
  ...(decoding.topP < 1 && { top_p: decoding.topP }),
  ...(decoding.topK > 0 && { top_k: decoding.topK }),
  ...(decoding.minP > 0 && { min_p: decoding.minP }),
  ...(decoding.repetitionPenalty !== 1 && { repetition_penalty: decoding.repetitionPenalty }),
  ...(decoding.presencePenalty !== 0 && { presence_penalty: decoding.presencePenalty }),
  ...(decoding.frequencyPenalty !== 0 && { frequency_penalty: decoding.frequencyPenalty }),
});
