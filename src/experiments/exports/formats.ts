import type { Results } from '../results/results.ts';
import { ifevalReason } from './reasons.ts';

/** Every form in which an experiment leaves the lab for other tools, the field's own first. */
export const exportIds = [
  ...(['fastchat', 'alpaca', 'ifeval', 'lm-eval', 'inspect', 'promptfoo'] as const),
  ...(['csv', 'parquet'] as const),
] as const;
export type ExportId = (typeof exportIds)[number];

/** A tool's own form, for readers who choose one. */
export interface ToolFormat {
  readonly id: Exclude<ExportId, 'csv' | 'parquet'>;
  readonly label: string;
  /** Which tool reads it, and what of an experiment it has room for. */
  readonly reads: string;
  /** Whether it is several files. */
  readonly several: boolean;
}

export const toolFormats: readonly ToolFormat[] = [
  {
    id: 'fastchat',
    label: 'FastChat',
    reads: 'MT-Bench’s llm_judge: questions, answers, judgments of people and models',
    several: true,
  },
  {
    id: 'alpaca',
    label: 'AlpacaEval',
    reads: 'alpaca_eval: first answers, a list for each model',
    several: true,
  },
  {
    id: 'ifeval',
    label: 'IFEval',
    reads: 'instruction_following_eval: prompts with responses',
    several: true,
  },
  {
    id: 'lm-eval',
    label: 'lm-evaluation-harness',
    reads: 'whatever reads lm_eval’s results and samples',
    several: true,
  },
  {
    id: 'inspect',
    label: 'Inspect',
    reads: 'inspect view and its data frames: conversations with scores and errors',
    several: true,
  },
  {
    id: 'promptfoo',
    label: 'promptfoo',
    reads: 'promptfoo import: arms side by side',
    several: false,
  },
];

/** Why an experiment has nothing for a tool, to be said after its name; null where it has. */
export function reasonAgainst(id: ExportId, results: Results): string | null {
  if (id === 'csv' || id === 'parquet') return null;
  const some = results.rows.some(
    ({ cell }) => cell?.kind === 'answer' || (id === 'lm-eval' && cell?.kind === 'likelihood'),
  );
  if (!some) return 'there is no answer yet';
  return id === 'ifeval' ? ifevalReason(results) : null;
}
