import type { LengthRow } from '../alpaca-eval/length-controlled.ts';
import { sharedJson } from './shared-data.ts';

/** One annotation: index, lengths of baseline and model, preference, log-probabilities of m and M. */
export type Annotation = [number, number, number, number, [number | null, number | null] | null];
/** What the reference makes of one system's annotations. */
export interface Golden {
  n: number;
  raw_win_rate: number;
  standard_error: number;
  length_controlled_noreg: Fitted;
  length_controlled_minimal: Fitted;
  official_weights: [number, number, number];
  official_lc: number;
}
interface Fitted {
  coef_newton_unregularised: number[];
  lc_newton: number;
  lc_sklearn: number;
}

/** The systems whose annotations are there. */
export const systems = ['vicuna-7b-v1.5', 'gemma-2b-it'] as const;
export const annotations = (system: string) =>
  sharedJson<{ rows: Record<string, Annotation[]> }>('alpaca_eval/derived_annotations_compact.json')
    .rows[system] as Annotation[];
export const golden = (system: string) =>
  sharedJson<Record<string, Golden>>('alpaca_eval/derived_glm_golden.json')[system] as Golden;
export const difficulties = () =>
  sharedJson<{ index: number; instruction_difficulty: number }[]>(
    'alpaca_eval/derived_instruction_difficulty.json',
  );

export function lengthRows(system: string): LengthRow[] {
  const known = new Map(difficulties().map((row) => [row.index, row.instruction_difficulty]));
  return annotations(system).map(([index, baseline, model, preference]) => ({
    preference,
    lengths: [baseline, model],
    difficulty: known.get(index) as number,
  }));
}
