import * as v from 'valibot';

// Written from inspect_ai/log/_log.py, model/_model_output.py and scorer/_metric.py, not from our writer.

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(text, v.isoTimestamp());
const id = v.pipe(text, v.regex(/^[0-9A-Za-z]{22}$/));
const facts = v.record(text, v.unknown());

const Usage = v.pipe(
  v.strictObject({ input_tokens: count, output_tokens: count, total_tokens: count }),
  v.check((usage) => usage.input_tokens + usage.output_tokens === usage.total_tokens, 'no sum'),
);
const UsageByModel = v.record(text, Usage);

const Message = v.strictObject({
  role: v.picklist(['system', 'user', 'assistant']),
  content: text,
  source: v.picklist(['input', 'generate']),
  model: v.optional(text),
});

const Choice = v.strictObject({
  message: v.strictObject({ ...Message.entries, role: v.literal('assistant') }),
  stop_reason: v.picklist(['stop', 'max_tokens', 'model_length', 'unknown']),
  logprobs: v.nullable(
    v.strictObject({
      content: v.array(v.strictObject({ token: text, logprob: v.pipe(v.number(), v.maxValue(0)) })),
    }),
  ),
});

const Sample = v.strictObject({
  id: v.union([text, count]),
  epoch: v.pipe(count, v.minValue(1)),
  input: text,
  target: v.union([text, v.array(text)]),
  messages: v.array(Message),
  output: v.strictObject({
    model: text,
    choices: v.array(Choice),
    completion: text,
    usage: v.optional(Usage),
    time: v.optional(v.number()),
  }),
  scores: v.record(
    text,
    v.strictObject({
      value: v.number(),
      answer: v.nullable(text),
      explanation: v.nullable(text),
      metadata: v.nullable(facts),
    }),
  ),
  metadata: facts,
  model_usage: UsageByModel,
  store: facts,
  events: v.strictTuple([]),
  error: v.optional(
    v.strictObject({
      message: v.pipe(text, v.minLength(1)),
      traceback: text,
      traceback_ansi: text,
    }),
  ),
  attachments: facts,
});

const Metric = v.strictObject({ name: text, value: v.number(), params: facts });

/** What stands before the samples, and they: in this order. */
export const InspectLog = v.strictObject({
  version: v.literal(2),
  status: v.picklist(['started', 'success', 'cancelled', 'error']),
  eval: v.strictObject({
    run_id: id,
    created: time,
    task: text,
    task_id: id,
    task_version: v.union([text, count]),
    task_display_name: text,
    task_attribs: facts,
    task_args: facts,
    dataset: v.strictObject({
      name: text,
      samples: count,
      sample_ids: v.array(text),
      shuffled: v.boolean(),
    }),
    model: text,
    model_generate_config: facts,
    model_args: facts,
    config: v.looseObject({ epochs: count, epochs_reducer: v.array(text) }),
    packages: v.record(text, text),
    metadata: facts,
  }),
  plan: v.strictObject({
    name: text,
    steps: v.array(v.strictObject({ solver: text, params: facts })),
    config: v.strictObject({
      max_tokens: count,
      temperature: v.number(),
      stop_seqs: v.array(text),
      top_p: v.optional(v.number()),
      top_k: v.optional(count),
      frequency_penalty: v.optional(v.number()),
      presence_penalty: v.optional(v.number()),
    }),
  }),
  results: v.strictObject({
    total_samples: count,
    completed_samples: count,
    scores: v.array(
      v.strictObject({
        name: text,
        scorer: text,
        reducer: text,
        scored_samples: count,
        unscored_samples: count,
        params: facts,
        metrics: v.record(text, Metric),
      }),
    ),
  }),
  stats: v.strictObject({ started_at: time, completed_at: time, model_usage: UsageByModel }),
  samples: v.array(Sample),
});

/** Inspect's order of top-level fields; `error` and others may stand between. */
export const topLevel = ['version', 'status', 'eval', 'plan', 'results', 'stats', 'samples'];
