import * as v from 'valibot';
import { Decoding } from './decoding.ts';
import { DeviceKind, Precision } from './model.ts';
import { Generation, StopReason } from './run.ts';

const text = v.string();
const sha256 = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const tokens = v.array(count);

/**
 * The weights that a cell's numbers come from. A served model does not show its weights: its precision is
 * the server's own, and its fingerprint one of the address and the name that it is asked under.
 */
export const CellModel = v.object({
  id: v.pipe(text, v.minLength(1)),
  label: text,
  precision: v.picklist([...Precision.options, 'served']),
  fingerprint: text,
});
export type CellModel = v.InferOutput<typeof CellModel>;

/** A model that is loaded here. */
export type LocalModel = CellModel & { precision: Precision };

/** Whether a model is loaded here, not asked behind an address. */
export const isLocal = (model: CellModel): model is LocalModel => model.precision !== 'served';

/** Where a cell was worked out. */
export const CellDevice = v.picklist([...DeviceKind.options, 'served']);
export type CellDevice = v.InferOutput<typeof CellDevice>;

/** A prompt in two pieces, since hundreds of cells have the first in common. */
export const CellPrompt = v.object({
  /** SHA-256 of the text before the live conversation, which is stored once under it. */
  recipe: sha256,
  /** The live conversation, up to where the answer starts. */
  live: text,
  /** Tokens of both; of a served model that does not count them, by estimate. */
  length: count,
});
export type CellPrompt = v.InferOutput<typeof CellPrompt>;

/** What was added to the weights of a cell's model. */
export const CellTuning = v.object({
  /** Id of the adapter: the SHA-256 of its weights. */
  adapter: sha256,
  /** The training that it came of (domain/training/identity.ts); null for a stored adapter. */
  training: v.nullable(sha256),
});
export type CellTuning = v.InferOutput<typeof CellTuning>;

const shared = {
  schema: v.literal(1),
  /** SHA-256 of all that determines what the model gives; a key is stored once. */
  key: sha256,
  /** When, ISO 8601. */
  createdAt: v.pipe(text, v.isoTimestamp()),
  model: CellModel,
  /** Absent where the base answered. */
  tuning: v.optional(CellTuning),
  device: CellDevice,
  prompt: CellPrompt,
  version: v.object({ app: text, engine: text }),
};

/** What a server told of an answer beside its text. */
export const ServedAnswer = v.object({
  /** The address that was asked. */
  url: text,
  /** The server's own counts; null where it gave none. */
  usage: v.nullable(v.object({ promptTokens: count, completionTokens: count })),
  /** The tokens as texts, one for each log-probability: their numbers are the server's own affair. */
  pieces: v.array(text),
});
export type ServedAnswer = v.InferOutput<typeof ServedAnswer>;

/** One turn of one question under one arm and seed, answered. */
export const AnswerCell = v.object({
  ...shared,
  kind: v.literal('answer'),
  decoding: Decoding,
  /** Of a served model it has no tokens, and of its timings only the total, waits among it. */
  generation: Generation,
  /** Absent where the model was loaded here. */
  served: v.optional(ServedAnswer),
});
export type AnswerCell = v.InferOutput<typeof AnswerCell>;

/** Tokens that were given: a served model's by the server's own count, or by what it showed of them. */
export const givenTokens = ({ generation, served }: Pick<AnswerCell, 'generation' | 'served'>) =>
  served ? (served.usage?.completionTokens ?? served.pieces.length) : generation.tokens.length;

/** What a model thinks, under an arm's prompt, of a text that was given; natural logarithms. */
export const LikelihoodCell = v.object({
  ...shared,
  kind: v.literal('likelihood'),
  /** The text that was judged. */
  text,
  tokens,
  logProbabilities: v.array(finite),
  /** For each token, how many others were more probable. */
  ranks: tokens,
  entropies: v.array(finite),
  /** The most probable tokens at each place, best first; as many as the scorer asks for. */
  alternatives: v.array(v.array(v.object({ token: count, logProbability: finite }))),
});
export type LikelihoodCell = v.InferOutput<typeof LikelihoodCell>;

const logProbability = v.nullable(finite);

/**
 * What a judge said of one answer, or of two side by side; `model`, `device` and `prompt` are the judge's. However it
 * is read (as written, weighted, calibrated), it is one judgment.
 */
export const JudgmentCell = v.object({
  ...shared,
  kind: v.literal('judgment'),
  /** 'served' of a judge behind an address. */
  device: v.picklist([...DeviceKind.options, 'served']),
  /** Keys of the cells whose answers were shown, in the order shown. */
  of: v.pipe(v.array(sha256), v.minLength(1), v.maxLength(2)),
  /** As the judge gave it. */
  reply: text,
  /** Tokens of the reply, by the judge's own count. */
  length: count,
  stopReason: StopReason,
  /**
   * ln P of each text that the judge chose from (ratings, or verdicts) where its reply begins, by the tokens that
   * tell it from the others: after the answer, and after an empty one in its place. Null where a judge does not
   * tell, or not of this choice.
   */
  choices: v.nullable(
    v.array(v.object({ choice: text, logProbability, contentFree: logProbability })),
  ),
});
export type JudgmentCell = v.InferOutput<typeof JudgmentCell>;

/** A cell that could not be had: an error, never a score of 0. It is asked again when failed ones are. */
export const FailedCell = v.object({
  schema: v.literal(1),
  kind: v.literal('failed'),
  key: sha256,
  createdAt: v.pipe(text, v.isoTimestamp()),
  problem: v.object({ code: text, message: text, remedy: text }),
});
export type FailedCell = v.InferOutput<typeof FailedCell>;

/** A cell that an arm gave. */
export type ArmCell = AnswerCell | LikelihoodCell;

/** What is stored of a finished cell of an experiment: the smallest unit that survives a crash. */
export const Cell = v.variant('kind', [AnswerCell, LikelihoodCell, JudgmentCell, FailedCell]);
export type Cell = v.InferOutput<typeof Cell>;
