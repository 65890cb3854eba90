import type { PlannedCell, Round } from './plan.ts';
import type { PromptSurvey } from './survey.ts';

/** Work for one model, in tokens. */
export interface ModelWork {
  /** Tokens that are read, what rows of a block share counted once. */
  readonly reading: number;
  /** Tokens that are given, at most. */
  readonly writing: number;
}

/** Work of a round, or of what is left of it; judges' work is not in it. */
export interface RoundWork {
  /** Distinct cells. */
  readonly cells: number;
  /** Tokens of all their prompts, each counted whole. */
  readonly promptTokens: number;
  /** Tokens of all answers, at most. */
  readonly answerTokens: number;
  /** By the model's fingerprint. */
  readonly models: ReadonlyMap<string, ModelWork>;
}

/** Tokens that a likelihood judges: a reference as long as its characters say, another arm's answer at most. */
function judgedTokens(round: Round, cell: PlannedCell, perToken: number): number {
  const { item, arm, turn, textOf } = cell;
  if (typeof textOf === 'number') return round.arms[textOf]?.setting.decoding.maxNewTokens ?? 0;
  const language = round.arms[arm]?.setting.language ?? '';
  const reference = round.items[item]?.turns[language]?.[turn - 1]?.reference ?? '';
  return Math.ceil(reference.length / perToken);
}

/**
 * What cells come to, each key once.
 * @param wanted the keys that count
 */
export function workOf(
  round: Round,
  survey: PromptSurvey,
  wanted: (key: string) => boolean,
): RoundWork {
  const seen = new Set<string>();
  const shared = new Set<string>();
  const models = new Map<string, { reading: number; writing: number }>();
  let [promptTokens, answerTokens] = [0, 0];
  for (const cell of round.cells) {
    const arm = round.arms[cell.arm];
    // what judges read is another prompt, of another model (run/look-at-judges.ts)
    if (!arm || cell.kind === 'judgment') continue;
    if (seen.has(cell.key) || !wanted(cell.key)) continue;
    seen.add(cell.key);
    const tokens = survey.prompts(cell.arm, cell.turn);
    const { mean = 0, recipe = 0, perToken = 1 } = tokens ?? {};
    const work = models.get(arm.model.fingerprint) ?? { reading: 0, writing: 0 };
    models.set(arm.model.fingerprint, work);
    promptTokens += mean;
    work.reading += mean - recipe;
    const name = `${cell.block}/${survey.recipes.get(cell.key) ?? cell.key}`;
    if (!shared.has(name)) work.reading += recipe;
    shared.add(name);
    if (cell.kind === 'likelihood') work.reading += judgedTokens(round, cell, perToken);
    else {
      work.writing += arm.setting.decoding.maxNewTokens;
      answerTokens += arm.setting.decoding.maxNewTokens;
    }
  }
  return { cells: seen.size, promptTokens, answerTokens, models };
}
