import type { Decoding } from '../../domain/decoding.ts';
import { cleanAnswer } from '../../domain/prompt.ts';
import {
  metricName,
  type GenerationArguments,
  type LmEvalSample,
} from '../../formats/exports/lm-eval/task.ts';
import type { ResultRow } from '../results/results.ts';
import { metricsOf } from './facts.ts';
import { knobsOf, promptOf } from './prompts.ts';
import type { ExportSource } from './source.ts';
import { askedIn } from './turns.ts';

/** Decoding under the harness's names. */
export const argumentsOf = (decoding: Decoding): GenerationArguments => ({
  until: decoding.stop,
  max_gen_toks: decoding.maxNewTokens,
  do_sample: decoding.temperature > 0,
  temperature: decoding.temperature,
  ...knobsOf(decoding),
});

function docOf(row: ResultRow): LmEvalSample['doc'] {
  const { query, reference } = askedIn(row);
  const { item, arm, planned } = row;
  return {
    id: item.id,
    category: item.category,
    language: arm.setting.language,
    turn: planned.turn,
    prompt: query,
    target: reference ?? '',
  };
}

/** The sample of a row; null where the cell failed, or is to come. */
export function sampleOf(row: ResultRow, source: ExportSource): LmEvalSample | null {
  const { cell, planned, arm } = row;
  if (cell?.kind !== 'answer' && cell?.kind !== 'likelihood') return null;
  const common = {
    id: planned.item,
    doc: docOf(row),
    target: askedIn(row).reference ?? '',
    prompt: promptOf(cell, arm.setting.template, source),
    metrics: metricsOf(row, metricName),
  };
  if (cell.kind === 'answer') {
    const { text } = cell.generation;
    const continuation = argumentsOf(cell.decoding);
    return { ...common, continuation, response: text, filtered: cleanAnswer(text) };
  }
  const { text, logProbabilities, ranks } = cell;
  const sum = logProbabilities.reduce((a, b) => a + b, 0);
  const response = [sum, ranks.every((rank) => rank === 0)] as const;
  return { ...common, continuation: text, response, filtered: response };
}
