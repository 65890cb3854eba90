import { givenTokens } from '../../domain/cell.ts';
import type { ExportFile, Rest } from '../../formats/exports/file.ts';
import { promptfooFile } from '../../formats/exports/promptfoo/file.ts';
import {
  failureReason,
  type FailureReason,
  type PromptfooResult,
} from '../../formats/exports/promptfoo/results.ts';
import type { ResultRow } from '../results/results.ts';
import { scorersOf, type DocumentScorer } from '../results/scorers.ts';
import { metricsOf, recipesIn } from './facts.ts';
import { promptOf } from './prompts.ts';
import type { ExportSource } from './source.ts';
import { systemsOf, type System } from './systems.ts';
import { answerCell, answerIn, askedIn, failedCell, failureText } from './turns.ts';

/** Whether an answer passed: of scores from 0 to 1 the best one does, all others are only numbers. */
function passes({ range, higherIsBetter }: DocumentScorer, score: number): boolean {
  if (higherIsBetter === null || range.min !== 0 || range.max !== 1) return true;
  return score === (higherIsBetter ? 1 : 0);
}

interface Judged {
  readonly score: number | null;
  readonly reason: FailureReason;
  readonly error: string | null;
}

/** What promptfoo's one verdict on a result is: the first scorer's. Without a number it is an error. */
function judged(row: ResultRow, scorer: DocumentScorer | undefined): Judged {
  const failure = failedCell(row);
  const refuse = (error: string) => ({ score: null, reason: failureReason.error, error });
  if (failure) return refuse(failureText(failure));
  if (!scorer) return { score: null, reason: failureReason.none, error: null };
  const scored = row.scores[scorer.id];
  if (scored && 'value' in scored && Number.isFinite(scored.value)) {
    const passed = passes(scorer, scored.value);
    const reason = passed ? failureReason.none : failureReason.assertion;
    return { score: scored.value, reason, error: null };
  }
  // what nobody has rated by hand yet is no error
  if (scorer.kind === 'hand') return { score: null, reason: failureReason.none, error: null };
  return refuse(`${scorer.label}: ${scored && 'error' in scored ? scored.error : 'no score.'}`);
}

function resultOf(
  row: ResultRow,
  place: { prompt: number; test: number },
  source: ExportSource,
  scorer: DocumentScorer | undefined,
): PromptfooResult {
  const { item, arm, planned } = row;
  const { query, reference } = askedIn(row);
  const cell = answerCell(row);
  return {
    ...place,
    vars: {
      query,
      item: item.id,
      category: item.category,
      language: arm.setting.language,
      turn: planned.turn,
      seed: planned.seed,
      ...(reference !== null && { reference }),
    },
    rendered: cell ? promptOf(cell, arm.setting.template, source) : '',
    answer: cell && {
      text: answerIn(row) ?? '',
      finish: cell.generation.stopReason === 'length' ? 'length' : 'stop',
      tokens: { prompt: cell.prompt.length, completion: givenTokens(cell) },
      milliseconds: cell.generation.timings.total,
    },
    scores: metricsOf(row),
    ...judged(row, scorer),
    metadata: { key: planned.key, part: item.part, arm: arm.label, levels: arm.levels },
  };
}

/** What a system's prompts begin with, as far as it is the same in all. */
function rawOf(system: System, { texts }: ExportSource): string {
  const [only, ...more] = recipesIn(system);
  const shared = more.length === 0 ? (texts.get(only ?? '') ?? '') : '';
  return `${shared}{{query}}`;
}

/**
 * An experiment as one eval of promptfoo: a system is a prompt with its provider, a turn of a question under a
 * seed is a test. What failed is an error of promptfoo's, whose score counts nowhere.
 */
export async function exportPromptfoo(source: ExportSource, rest: Rest): Promise<ExportFile[]> {
  const { record, results } = source;
  const systems = await systemsOf(results, rest);
  const scorer = scorersOf(results.document.scorers).find(({ kind }) => kind !== 'likelihood');
  const tests = new Map<string, number>();
  const testOf = ({ round, item, planned }: ResultRow): number => {
    const name = JSON.stringify([round, item.id, planned.seed, planned.turn]);
    const known = tests.get(name) ?? tests.size;
    tests.set(name, known);
    return known;
  };
  const run = {
    id: `eval-${record.id.slice(0, 3)}-${record.createdAt.slice(0, 19)}`,
    description: record.title,
    startedAt: record.createdAt,
    tags: { experiment: record.id, ...(record.template && { study: record.template }) },
    prompts: systems.map((system) => ({
      raw: rawOf(system, source),
      label: system.name,
      provider: `incontext-lab:${system.arm.model.id}:${system.arm.model.precision}`,
    })),
    results: {
      *[Symbol.iterator]() {
        for (const [prompt, { conversations }] of systems.entries())
          for (const { turns } of conversations)
            for (const row of turns)
              if (row.cell) yield resultOf(row, { prompt, test: testOf(row) }, source, scorer);
      },
    },
  };
  return [await promptfooFile(run, rest)];
}
