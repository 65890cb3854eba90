import * as v from 'valibot';

// Written from promptfoo's src/types/index.ts and src/types/schemas/import.ts, not from our writer.

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const numbers = v.record(text, v.number());

const Details = v.strictObject({
  reasoning: count,
  acceptedPrediction: count,
  rejectedPrediction: count,
});
const base = {
  prompt: count,
  completion: count,
  cached: count,
  total: count,
  numRequests: count,
  completionDetails: Details,
};
const Tokens = v.strictObject({ ...base, assertions: v.strictObject(base) });

const Prompt = {
  raw: text,
  label: v.pipe(text, v.minLength(1)),
};

const Metrics = v.strictObject({
  score: v.number(),
  testPassCount: count,
  testFailCount: count,
  testErrorCount: count,
  assertPassCount: count,
  assertFailCount: count,
  totalLatencyMs: v.number(),
  tokenUsage: Tokens,
  namedScores: numbers,
  namedScoresCount: numbers,
  cost: v.number(),
});

/** Promptfoo refuses null as a variable. */
const Vars = v.record(text, v.union([text, v.number(), v.boolean()]));

const Result = v.strictObject({
  cost: v.number(),
  error: v.optional(v.pipe(text, v.minLength(1))),
  gradingResult: v.strictObject({
    pass: v.boolean(),
    score: v.number(),
    reason: text,
    namedScores: numbers,
    tokensUsed: v.record(text, count),
    componentResults: v.array(v.never()),
  }),
  latencyMs: v.number(),
  namedScores: numbers,
  prompt: v.strictObject(Prompt),
  promptId: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
  promptIdx: count,
  provider: v.strictObject({ id: text, label: text }),
  response: v.optional(
    v.strictObject({
      output: text,
      finishReason: v.picklist(['stop', 'length']),
      tokenUsage: Tokens,
      cached: v.boolean(),
    }),
  ),
  score: v.number(),
  success: v.boolean(),
  testCase: v.strictObject({
    vars: Vars,
    assert: v.array(v.never()),
    options: v.record(text, v.unknown()),
    metadata: v.record(text, v.unknown()),
  }),
  testIdx: count,
  vars: Vars,
  metadata: v.record(text, v.unknown()),
  failureReason: v.picklist([0, 1, 2]),
});

export const PromptfooOutput = v.strictObject({
  evalId: v.pipe(text, v.regex(/^eval-.{3}-\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)),
  results: v.strictObject({
    version: v.literal(3),
    timestamp: v.pipe(text, v.isoTimestamp()),
    prompts: v.array(
      v.strictObject({ ...Prompt, id: text, provider: text, metrics: v.optional(Metrics) }),
    ),
    results: v.array(Result),
    stats: v.strictObject({ successes: count, failures: count, errors: count, tokenUsage: Tokens }),
  }),
  config: v.strictObject({
    description: text,
    tags: v.record(text, text),
    prompts: v.array(v.strictObject(Prompt)),
    providers: v.array(v.strictObject({ id: text, label: text })),
    tests: v.array(v.never()),
  }),
  shareableUrl: v.nullable(text),
  metadata: v.strictObject({ evaluationCreatedAt: v.pipe(text, v.isoTimestamp()) }),
});
