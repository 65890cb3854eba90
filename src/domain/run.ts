import * as v from 'valibot';
import { Decoding } from './decoding.ts';
import { DeviceReport, ModelIdentity } from './model.ts';
import { Arm, Recipe } from './recipe.ts';

/** Why an answer ended. */
export const StopReason = v.picklist([
  'end-token',
  'stop-string',
  'length',
  'context',
  'cancelled',
]);
export type StopReason = v.InferOutput<typeof StopReason>;

const milliseconds = v.pipe(v.number(), v.minValue(0));
const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.string();

export const Timings = v.object({
  /** From asking to the first step (waiting for other work). */
  queued: milliseconds,
  /** The prompt's forward pass. */
  prefill: milliseconds,
  /** From asking to the first token. */
  firstToken: milliseconds,
  /** From asking to the end. */
  total: milliseconds,
});
export type Timings = v.InferOutput<typeof Timings>;

/** What a model gave for one prompt. */
export const Generation = v.object({
  /** Every token drawn, the end token and those inside a stop string included. */
  tokens: v.array(tokenId),
  /** Natural log-probability of each token under the untouched logits (before any knob). */
  logProbabilities: v.array(v.pipe(v.number(), v.finite())),
  /** The text before the stop string, special tokens left out. */
  text,
  stopReason: StopReason,
  /** The stop string that ended it, if one did. */
  stopString: v.nullable(text),
  timings: Timings,
});
export type Generation = v.InferOutput<typeof Generation>;

/** A finished run with all that replays it. Times are milliseconds, dates ISO 8601. */
export const Run = v.object({
  schema: v.literal(1),
  id: v.pipe(text, v.minLength(1)),
  createdAt: v.pipe(text, v.isoTimestamp()),
  /** Hash of all that determines the output: model, prompt tokens, decoding, engine version. */
  key: text,
  /** Runs started together (the arms of one press of "Run") share a batch. */
  batch: text,
  arm: Arm,
  recipe: Recipe,
  /** Live turns; the last one's answer is this run's. Earlier answers were the model's own. */
  turns: v.pipe(v.array(v.object({ query: text, answer: text })), v.minLength(1)),
  model: ModelIdentity,
  device: DeviceReport,
  prompt: v.object({ text, tokens: v.array(tokenId) }),
  /** How the reader began the answer: the end of the prompt, and the start of what is shown. */
  opened: v.optional(text, ''),
  decoding: Decoding,
  generation: Generation,
  version: v.object({ app: text, engine: text }),
  tags: v.array(v.pipe(text, v.minLength(1))),
  notes: text,
  /** Hand rating 1 to 10, null where not rated. */
  rating: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
});
export type Run = v.InferOutput<typeof Run>;

/** What a reader may change of a stored run. */
export type RunNotes = Pick<Run, 'tags' | 'notes' | 'rating'>;
