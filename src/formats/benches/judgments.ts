import * as v from 'valibot';
import { check, filled, finite, form, has, Id, text, type Fields } from './form.ts';
import type {
  AspectJudgment,
  PairJudgment,
  PreferenceJudgment,
  SingleJudgment,
  Winner,
} from './types.ts';

const Turn = v.picklist([1, 2], 'Expected 1 or 2');
const Judge = v.union(
  [
    v.pipe(
      v.tuple([text, text]),
      v.transform(([model, prompt]): [string, string] => [model, prompt]),
    ),
    v.pipe(
      text,
      v.transform((model): [string, string] => [model, '']),
    ),
  ],
  'Expected the judge’s model and the name of its prompt',
);
const time = v.nullish(finite);

/** FastChat's gpt-4_single.jsonl. */
const Single = v.object({
  question_id: Id,
  model: filled,
  judge: Judge,
  user_prompt: v.nullish(text, ''),
  judgment: text,
  score: finite,
  turn: Turn,
  tstamp: time,
});

function readSingle(fields: Fields): SingleJudgment {
  const row = check(Single, fields);
  const { question_id: id, model: system, user_prompt: prompt, tstamp, ...rest } = row;
  return { form: 'single', id, system, prompt: prompt ?? '', time: tstamp ?? null, ...rest };
}

const winners: Readonly<Record<string, Winner>> = {
  model_1: 'first',
  model_2: 'second',
  tie: 'tie',
  error: 'error',
};
const Won = v.pipe(
  v.picklist(Object.keys(winners), 'Expected model_1, model_2, tie or error'),
  v.transform((name): Winner => winners[name] ?? 'error'),
);

/** FastChat's gpt-4_pair.jsonl: both orders in one row, both told from model_1 and model_2. */
const Pair = v.object({
  question_id: Id,
  model_1: filled,
  model_2: filled,
  g1_winner: Won,
  g2_winner: Won,
  judge: Judge,
  g1_judgment: v.nullish(text, ''),
  g2_judgment: v.nullish(text, ''),
  turn: Turn,
  tstamp: time,
});

function readPair(fields: Fields): PairJudgment {
  const row = check(Pair, fields);
  return {
    form: 'pair',
    id: row.question_id,
    systems: [row.model_1, row.model_2],
    judge: row.judge,
    winners: [row.g1_winner, row.g2_winner],
    judgments: [row.g1_judgment ?? '', row.g2_judgment ?? ''],
    turn: row.turn,
    time: row.tstamp ?? null,
  };
}

/** AlpacaEval's annotations.json; 0 is how its first version wrote a draw. */
const Preferred = v.object({
  instruction: filled,
  output_1: text,
  output_2: text,
  generator_1: v.nullish(text, ''),
  generator_2: v.nullish(text, ''),
  annotator: v.nullish(text, ''),
  dataset: v.nullish(text),
  preference: v.nullish(
    v.union(
      [v.pipe(finite, v.minValue(1), v.maxValue(2)), v.literal(0)],
      'Expected a number from 1 to 2, or 0 for a draw',
    ),
  ),
});

function readPreference(fields: Fields, index: number): PreferenceJudgment {
  const row = check(Preferred, fields);
  return {
    form: 'preference',
    id: String(index),
    instruction: row.instruction,
    outputs: [row.output_1, row.output_2],
    systems: [row.generator_1 ?? '', row.generator_2 ?? ''],
    judge: row.annotator ?? '',
    preference: row.preference === 0 ? 1.5 : (row.preference ?? null),
    part: row.dataset ?? null,
  };
}

const Score = v.union(
  [
    finite,
    v.pipe(
      text,
      v.check((value) => value.trim() === 'N/A' || /^\d+(\.\d+)?$/.test(value.trim())),
      v.transform((value): number | 'N/A' => (value.trim() === 'N/A' ? 'N/A' : Number(value))),
    ),
  ],
  'Expected a number or "N/A"',
);
const Aspect = v.object({ score: Score, reason: v.nullish(text, '') });

/** A row of just_eval's output file. Where the judge gave no JSON, `parsed_result` is absent or no object. */
const Aspects = v.object({
  id: Id,
  input: filled,
  output_cand: text,
  generator_cand: v.nullish(text, ''),
  eval_config: v.nullish(v.object({ gpt: v.nullish(text) })),
  parsed_result: v.nullish(
    v.union([v.record(text, Aspect), text], 'Expected {"aspect": {"score", "reason"}}'),
  ),
});

function readAspects(fields: Fields): AspectJudgment {
  const { id, input, output_cand: answer, parsed_result: parsed, ...row } = check(Aspects, fields);
  const aspects = typeof parsed === 'object' && parsed !== null ? parsed : {};
  return {
    form: 'aspects',
    id,
    query: input,
    answer,
    system: row.generator_cand ?? '',
    judge: row.eval_config?.gpt ?? '',
    aspects: Object.fromEntries(
      Object.entries(aspects).map(([name, { score, reason }]) => [
        name,
        { score, reason: reason ?? '' },
      ]),
    ),
  };
}

export const singleJudgments = form({
  kind: 'judgments',
  recognised: 'MT-Bench judgments, each of one answer',
  fits: (fields) => has(fields, 'question_id', 'judgment', 'score'),
  read: readSingle,
  gather: (judgments) => ({ kind: 'judgments', form: 'single', judgments }),
});

export const pairJudgments = form({
  kind: 'judgments',
  recognised: 'MT-Bench judgments of pairs',
  fits: (fields) => has(fields, 'question_id', 'g1_winner') || has(fields, 'g2_winner'),
  read: readPair,
  gather: (judgments) => ({ kind: 'judgments', form: 'pair', judgments }),
});

export const preferences = form({
  kind: 'judgments',
  recognised: 'AlpacaEval annotations',
  fits: (fields) => has(fields, 'output_1', 'output_2'),
  read: readPreference,
  gather: (judgments) => ({ kind: 'judgments', form: 'preference', judgments }),
});

export const aspectJudgments = form({
  kind: 'judgments',
  recognised: 'Just-Eval judgments',
  fits: (fields) => has(fields, 'output_cand', 'input'),
  read: readAspects,
  gather: (judgments) => ({ kind: 'judgments', form: 'aspects', judgments }),
});
