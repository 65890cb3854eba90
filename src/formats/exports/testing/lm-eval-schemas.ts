import * as v from 'valibot';

// Written from lm_eval/evaluator.py, evaluator_utils.py and loggers/evaluation_tracker.py, not from our writer.

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const digest = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
const taskName = v.pipe(text, v.regex(/^[\p{L}\p{N}_]+$/u));
const byTask = <Schema extends v.GenericSchema>(schema: Schema) => v.record(taskName, schema);

const Generation = v.strictObject({
  until: v.array(text),
  max_gen_toks: count,
  do_sample: v.boolean(),
  temperature: v.number(),
  top_p: v.optional(v.number()),
  top_k: v.optional(v.number()),
  min_p: v.optional(v.number()),
  repetition_penalty: v.optional(v.number()),
  presence_penalty: v.optional(v.number()),
  frequency_penalty: v.optional(v.number()),
});

/** A metric and its filter, or the standard error beside it. */
const measure = v.union([v.number(), v.literal('N/A')]);
const Result = v.objectWithRest(
  {
    name: taskName,
    alias: text,
    sample_len: count,
    sample_count: v.record(text, count),
  },
  measure,
);

const nothing = v.null();

export const LmEvalResults = v.strictObject({
  results: byTask(Result),
  group_subtasks: byTask(v.array(text)),
  configs: byTask(
    v.looseObject({
      task: taskName,
      num_fewshot: count,
      metric_list: v.array(
        v.strictObject({
          metric: v.pipe(text, v.excludes(',')),
          aggregation: v.literal('mean'),
          higher_is_better: v.optional(v.boolean()),
        }),
      ),
      output_type: v.picklist(['generate_until', 'loglikelihood']),
      generation_kwargs: v.optional(Generation),
      repeats: v.literal(1),
    }),
  ),
  versions: byTask(v.number()),
  'n-shot': byTask(count),
  higher_is_better: byTask(v.record(text, v.boolean())),
  'n-samples': byTask(v.strictObject({ original: count, effective: count })),
  config: v.strictObject({
    model: text,
    model_args: v.record(text, text),
    batch_size: nothing,
    batch_sizes: v.array(v.number()),
    device: v.nullable(text),
    use_cache: nothing,
    limit: nothing,
    bootstrap_iters: count,
    gen_kwargs: nothing,
    random_seed: count,
    numpy_seed: count,
    torch_seed: count,
    fewshot_seed: count,
  }),
  git_hash: nothing,
  date: v.pipe(v.number(), v.minValue(9.4e8), v.maxValue(4.2e9)),
  pretty_env_info: text,
  transformers_version: text,
  lm_eval_version: text,
  upper_git_hash: nothing,
  task_hashes: byTask(digest),
  model_source: text,
  model_name: text,
  model_name_sanitized: v.pipe(text, v.regex(/^[^"<>:/|\\?*[\]]+$/)),
  system_instruction: nothing,
  system_instruction_sha: nothing,
  fewshot_as_multiturn: v.boolean(),
  chat_template: nothing,
  chat_template_sha: nothing,
  start_time: v.number(),
  end_time: v.number(),
  total_evaluation_time_seconds: v.pipe(text, v.decimal()),
});

/** A line of samples: everything but metrics is named, and every metric is a number named in `metrics`. */
export const LmEvalSampleLine = v.pipe(
  v.objectWithRest(
    {
      doc_id: count,
      doc: v.record(text, v.union([text, v.number()])),
      target: text,
      arguments: v.strictObject({
        gen_args_0: v.strictObject({ arg_0: text, arg_1: v.union([text, Generation]) }),
      }),
      resps: v.strictTuple([v.strictTuple([v.union([text, v.strictTuple([text, text])])])]),
      filtered_resps: v.strictTuple([v.union([text, v.strictTuple([text, text])])]),
      filter: text,
      metrics: v.array(text),
      doc_hash: digest,
      prompt_hash: digest,
      target_hash: digest,
    },
    v.number(),
  ),
  v.check(
    ({ metrics, ...line }) => metrics.every((metric) => typeof line[metric] === 'number'),
    'a metric without its number',
  ),
);
