import * as v from 'valibot';
import { presetIds } from '../../domain/training/presets.ts';
import { TrainingSettings } from '../../domain/training/settings.ts';
import { AnswerDomain } from '../recipes/transform.ts';

/** What of a preset a document may change; layout and seed are those of the arm, the rest is what it is. */
export const TuningChanges = v.strictObject(
  v.partial(v.omit(TrainingSettings, ['schema', 'method', 'template', 'seed'])).entries,
);
export type TuningChanges = v.InferOutput<typeof TuningChanges>;

const trained = {
  preset: v.picklist(presetIds),
  changes: v.optional(TuningChanges),
  /** Whether the rules stand before the question, in what is learnt and in what is asked alike. */
  rules: v.optional(v.boolean()),
};

/**
 * What is done to an arm's weights before it is asked.
 * - `adapter`: one that is stored is added; the prompt stays what it is without it.
 * - `sft`: the very demonstrations that the arm would show, after sources and transforms and drawn by the
 *   same seed, are what it is trained on (arXiv 2405.19874, section 4); its prompt then shows none.
 * - `dpo`: the same, each demonstration's answer preferred to another question's (arXiv 2305.18290). That
 *   answer is drawn as the transform `random-answers` draws it.
 */
export const Tuning = v.variant('kind', [
  v.strictObject({
    kind: v.literal('adapter'),
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is the SHA-256 of an adapter’s file')),
  }),
  v.strictObject({ kind: v.literal('sft'), ...trained }),
  v.strictObject({ kind: v.literal('dpo'), ...trained, rejected: AnswerDomain }),
]);
export type Tuning = v.InferOutput<typeof Tuning>;

/** Tunings that are trained when an experiment runs. */
export type Trained = Extract<Tuning, { preset: unknown }>;

/** Whether an arm's weights are trained for it, on its demonstrations. */
export const isTrained = (tuning: Tuning | null): tuning is Trained =>
  tuning !== null && tuning.kind !== 'adapter';
