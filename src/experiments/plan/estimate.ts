import type { PlannedModel } from './models.ts';
import type { Pace } from './pace.ts';
import type { Round } from './plan.ts';
import type { TrainingCosts } from '../tuning/training-costs.ts';
import type { PromptSurvey } from './survey.ts';
import type { RoundWork } from './work.ts';

/** Rows that a decoder takes side by side at most (workers/batch/limits.ts). */
const mostRows = 64;

/** An arm whose prompts have no room in the context of its model. All counts are tokens. */
export interface TooLong {
  readonly arm: number;
  readonly label: string;
  /** The longest prompt seen. */
  readonly tokens: number;
  readonly context: number;
}

/**
 * Arms with a prompt that leaves no room for a single token, by the longest of the sample.
 * @param contexts by number of the arm, in tokens; null where they are not known
 */
export function tooLong(
  round: Round,
  survey: PromptSurvey,
  contexts: readonly (number | null)[],
): TooLong[] {
  const longest = new Map<number, number>();
  for (const { arm, least } of survey.all) longest.set(arm, Math.max(least, longest.get(arm) ?? 0));
  return [...longest].flatMap(([arm, tokens]) => {
    const context = contexts[arm] ?? Infinity;
    if (tokens + 1 <= context) return [];
    return [{ arm, label: round.arms[arm]?.label ?? '', tokens, context }];
  });
}

/**
 * Arms whose answers may be cut by the context, or whose second turns may have no room, where the model
 * writes as much as it may.
 */
export function mayBeCut(
  round: Round,
  survey: PromptSurvey,
  contexts: readonly (number | null)[],
): string[] {
  const never = new Set(tooLong(round, survey, contexts).map(({ arm }) => arm));
  const over = survey.all.filter(
    ({ arm, longest }) =>
      !never.has(arm) &&
      longest + (round.arms[arm]?.setting.decoding.maxNewTokens ?? 0) > (contexts[arm] ?? Infinity),
  );
  return [...new Set(over.map(({ arm }) => round.arms[arm]?.label ?? ''))];
}

/**
 * Milliseconds that work takes at most, loading included: answers may be shorter than they may be.
 * @param paceOf by the model's fingerprint
 * @returns null where the pace of a model is not known
 */
export function timeOf(
  { models }: Pick<RoundWork, 'models'>,
  paceOf: (fingerprint: string) => Pace | undefined,
): number | null {
  let sum = 0;
  for (const [fingerprint, { reading, writing }] of models) {
    const pace = paceOf(fingerprint);
    if (!pace) return null;
    sum += pace.load + 1000 * (reading / pace.reading + writing / pace.writing);
  }
  return sum;
}

/** How much longer a token takes to learn than to read: its gradient is twice the work, and runs are small. */
const learning = 4;

/**
 * Milliseconds that trainings take, by how fast their models read.
 * @param trainings by the model's fingerprint
 * @returns null where the pace of a model is not known
 */
export function trainingTime(
  trainings: ReadonlyMap<string, TrainingCosts>,
  paceOf: (fingerprint: string) => Pace | undefined,
): number | null {
  let sum = 0;
  for (const [fingerprint, { tokens }] of trainings) {
    const pace = paceOf(fingerprint);
    if (!pace) return null;
    sum += (1000 * learning * tokens) / pace.reading;
  }
  return sum;
}

/**
 * Bytes that a run takes at most on this machine: the files of the largest of its models, and what the rows at work may
 * keep. One model is loaded at a time.
 * @param asks by number of the arm
 */
export function memoryOf(
  round: Round,
  survey: PromptSurvey,
  asks: readonly PlannedModel[],
  paceOf: (fingerprint: string) => Pace | undefined,
): number {
  const blocks = new Map<number, number>();
  for (const { block } of round.cells) blocks.set(block, (blocks.get(block) ?? 0) + 1);
  const rows = Math.min(mostRows, Math.max(0, ...blocks.values()));
  const ofArm = ({ arm, longest }: PromptSurvey['all'][number]): number => {
    const model = asks[arm];
    if (!model || model.contextLength === null) return 0;
    const caches = paceOf(model.model.fingerprint)?.caches;
    const positions = Math.min(
      model.contextLength,
      longest + (round.arms[arm]?.setting.decoding.maxNewTokens ?? 0),
    );
    const held = caches ? Math.min(caches.allowed, rows * positions * caches.perPosition) : 0;
    return model.bytes + held;
  };
  return Math.max(0, ...survey.all.map(ofArm));
}
