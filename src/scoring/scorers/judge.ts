import * as v from 'valibot';
import { readings } from '../../domain/judgment.ts';
import { Precision } from '../../domain/model.ts';
import type { ReadyScorer } from '../answered.ts';
import { readJudgments } from '../judging/read-judgments.ts';

const text = v.pipe(v.string(), v.minLength(1));

/** Who judges: a model beside the arms', or one behind an address that the document lists. */
const Who = v.variant('by', [
  v.strictObject({
    by: v.literal('model'),
    /** A role or a model's id. */
    model: text,
    /** Null: as the chosen model is loaded, or the first that a named model has. */
    precision: v.optional(v.nullable(Precision), null),
  }),
  v.strictObject({ by: v.literal('served'), endpoint: text }),
]);

/** A model reads the answer and rates it from 1 to 10, or says whether it is better than another arm's. */
export const Judge = v.strictObject({
  kind: v.literal('judge'),
  judge: Who,
  /** The answer by itself, or beside that of an arm: a level for every factor that tells it apart. */
  mode: v.optional(
    v.union([v.literal('single'), v.strictObject({ against: v.record(v.string(), v.string()) })]),
    'single',
  ),
  /**
   * What is read in a judgment: the rating that it wrote, the mean of all ratings weighted by their probability, or
   * that mean with the judge's leaning divided out.
   */
  as: v.optional(v.picklist(readings), 'parsed'),
  /** The lab's own prompts, or those that the document brings (`material.judgePrompts`). */
  prompts: v.optional(v.picklist(['lab', 'imported']), 'lab'),
  /** The language of the lab's prompts; null for that of the answer. */
  language: v.optional(v.nullable(v.picklist(['en', 'es', 'fr'])), null),
  /** Tokens of a judge's reply, at most. */
  maxNewTokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8192)), 96),
});
export type Judge = v.InferOutput<typeof Judge>;

const roles: Readonly<Record<string, string>> = {
  chosen: 'the chosen model',
  twin: 'the instruct twin',
  smaller: 'the smaller relative',
};

/** A judge's name, for readers. */
export const judgeName = ({ judge }: Pick<Judge, 'judge'>): string => {
  if (judge.by === 'served') return judge.endpoint;
  const name = roles[judge.model] ?? judge.model;
  return judge.precision === null ? name : `${name} (${judge.precision})`;
};

const asRead = { parsed: '', weighted: ', weighted', calibrated: ', calibrated' } as const;

function idOf({ judge, mode, as, prompts, language, maxNewTokens }: Judge): string {
  const who = judge.by === 'served' ? `served:${judge.endpoint}` : judge.model;
  return [
    ...['judge', who, ...(judge.by === 'model' && judge.precision ? [judge.precision] : [])],
    mode === 'single' ? mode : `against ${Object.values(mode.against).join(', ')}`,
    as,
    ...(prompts === 'lab' ? [] : [prompts]),
    ...(language === null ? [] : [language]),
    ...(maxNewTokens === 96 ? [] : [String(maxNewTokens)]),
  ].join('/');
}

export function judge(named: Judge): ReadyScorer {
  const { mode, as } = named;
  const who = `${judgeName(named)}${asRead[as]}`;
  const facts =
    mode === 'single'
      ? {
          label: `Rating by ${who}`,
          unit: 'points',
          range: { min: 1, max: 10 },
        }
      : {
          label: `Better than ${Object.values(mode.against).join(', ')}, judged by ${who}`,
          unit: '',
          range: { min: 0, max: 1 },
        };
  return {
    id: idOf(named),
    version: 1,
    ...facts,
    higherIsBetter: true,
    score: ({ judgments }) =>
      judgments
        ? readJudgments(judgments, { of: mode === 'single' ? 'one' : 'two', as })
        : { error: 'No judge was asked.' },
  };
}
