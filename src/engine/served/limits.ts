import * as v from 'valibot';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What a reader lets a run ask of the served models that it names, all of them together. */
export const ServedLimits = v.strictObject({
  /** Requests under way at a time. */
  concurrency: whole(1, 256),
  /** Requests begun within any minute; null for as many as come. */
  requestsPerMinute: v.nullable(whole(1, 100_000)),
  /** Requests in all, those that are tried again counted each time; null for no limit. */
  requests: v.nullable(whole(1, 1_000_000_000)),
  /** Tokens of prompts and answers in all; null for no limit. */
  tokens: v.nullable(whole(1, 1_000_000_000_000)),
  /** Seconds without a sign of life after which an answer is given up and asked for again. */
  seconds: whole(1, 3600),
});
export type ServedLimits = v.InferOutput<typeof ServedLimits>;

export const defaultLimits: ServedLimits = {
  concurrency: 4,
  requestsPerMinute: null,
  requests: null,
  tokens: null,
  seconds: 120,
};
