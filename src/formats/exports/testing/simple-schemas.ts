import * as v from 'valibot';

// What the tools' own readers take, written from their sources and not from our writers.

const text = v.string();
const id = v.union([v.pipe(v.number(), v.integer()), text]);
/** Unix time of this century, in seconds. */
const seconds = v.pipe(v.number(), v.minValue(9.4e8), v.maxValue(4.2e9));

/** fastchat/llm_judge/common.py, `load_questions`. */
export const FastChatQuestionLine = v.strictObject({
  question_id: id,
  category: text,
  turns: v.pipe(v.array(text), v.minLength(1), v.maxLength(2)),
  reference: v.optional(v.array(text)),
});

/** gen_model_answer.py, what it writes for a question. */
export const FastChatAnswerLine = v.strictObject({
  question_id: id,
  answer_id: v.pipe(text, v.length(22)),
  model_id: v.pipe(text, v.minLength(1), v.excludes('/')),
  choices: v.pipe(
    v.array(
      v.strictObject({
        index: v.pipe(v.number(), v.integer(), v.minValue(0)),
        turns: v.pipe(v.array(text), v.minLength(1), v.maxLength(2)),
      }),
    ),
    v.minLength(1),
  ),
  tstamp: seconds,
});

/** common.py, `play_a_match_single`. */
export const FastChatJudgmentLine = v.strictObject({
  question_id: id,
  model: text,
  judge: v.strictTuple([text, text]),
  user_prompt: text,
  judgment: text,
  score: v.union([v.literal(-1), v.pipe(v.number(), v.minValue(0), v.maxValue(10))]),
  turn: v.picklist([1, 2]),
  tstamp: seconds,
});

const winner = v.picklist(['model_1', 'model_2', 'tie', 'error']);

/** common.py, `play_a_match_pair`: show_result.py drops rows with an error. */
export const FastChatPairLine = v.strictObject({
  question_id: id,
  model_1: text,
  model_2: text,
  g1_winner: winner,
  g2_winner: winner,
  judge: v.strictTuple([text, text]),
  g1_user_prompt: text,
  g1_judgment: text,
  g2_user_prompt: text,
  g2_judgment: text,
  turn: v.picklist([1, 2]),
  tstamp: seconds,
});

/** alpaca_eval's model_outputs.json: one generator, no instruction twice. */
export const AlpacaOutputs = v.pipe(
  v.array(v.strictObject({ dataset: text, instruction: text, output: text, generator: text })),
  v.check((rows) => new Set(rows.map(({ generator }) => generator)).size <= 1, 'one generator'),
  v.check(
    (rows) => new Set(rows.map(({ instruction }) => instruction)).size === rows.length,
    'an instruction stands twice',
  ),
);

/** instruction_following_eval, `read_prompt_to_response_dict`: by prompt, so none may stand twice. */
export const IfevalResponses = v.pipe(
  v.array(v.strictObject({ prompt: text, response: text })),
  v.check((rows) => new Set(rows.map(({ prompt }) => prompt)).size === rows.length, 'twice'),
);
