import * as v from 'valibot';
import { CellModel } from '../../domain/cell.ts';
import { IfevalTask } from '../../domain/ifeval.ts';
import { TrainingSettings } from '../../domain/training/settings.ts';
import { BenchStyle, BenchTurn } from '../../scoring/lab-80/schema.ts';
import { Setting } from '../document/setting.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One way of asking, with the weights it asks. */
export const PlannedArm = v.object({
  label: text,
  /** Level by factor; a reference has the one entry `reference`. */
  levels: v.record(text, text),
  reference: v.boolean(),
  setting: Setting,
  model: CellModel,
});
export type PlannedArm = v.InferOutput<typeof PlannedArm>;

const PlannedTurn = v.object({
  query: text,
  reference: v.nullable(text),
  /** The bundled bench's own check. */
  spec: v.optional(BenchTurn),
  /** IFEval's instructions, which a program checks. */
  ifeval: v.optional(IfevalTask),
});
export type PlannedTurn = v.InferOutput<typeof PlannedTurn>;

/** A question in every language that an arm asks it in. */
export const PlannedItem = v.object({
  id: text,
  category: text,
  /** 'world' or 'context' of the bundled bench, 'given' else. */
  part: text,
  turns: v.record(text, v.array(PlannedTurn)),
});
export type PlannedItem = v.InferOutput<typeof PlannedItem>;

/**
 * The smallest piece of work: an answer to one turn of one item under one arm and seed, the likelihood of a
 * text in its place, or what a judge says of it.
 */
export const PlannedCell = v.object({
  /** SHA-256 of all that determines what comes out: equal keys are the same work, done once. */
  key: text,
  kind: v.picklist(['answer', 'likelihood', 'judgment']),
  /** Numbers of arm and item in the round. */
  arm: count,
  item: count,
  seed: count,
  turn: v.picklist([1, 2]),
  /** A likelihood's text: the item's reference, or the answer of this arm. */
  textOf: v.optional(v.union([v.literal('reference'), count])),
  /** A judgment beside the answer of this arm: which of the two comes first. */
  against: v.optional(v.object({ arm: count, first: v.picklist(['own', 'other']) })),
  /** Index of the likelihood's or the judge's scorer in the document. */
  scorer: v.optional(count),
  /** What its weights have beside the base's: name of a training of the round, or id of an adapter. */
  tuning: v.optional(text),
  /** Cells of one block are always worked out together, so that the result is the same to the last bit. */
  block: count,
});
export type PlannedCell = v.InferOutput<typeof PlannedCell>;

/** A training that cells wait for. */
export const PlannedTraining = v.object({
  /** SHA-256 of base, settings and texts (`trainingName`). */
  name: text,
  /** The first arm and seed that ask for it. */
  arm: count,
  seed: count,
  settings: TrainingSettings,
  /** Demonstrations that are learnt from. */
  examples: count,
});
export type PlannedTraining = v.InferOutput<typeof PlannedTraining>;

/** What a judge of the document is. */
export const PlannedJudgeModel = v.object({
  /** Its scorer's index in the document. */
  scorer: count,
  model: CellModel,
});

/** What a plan asks for at one go: everything, or one round of a search. */
export const Round = v.object({
  schema: v.literal(1),
  /** `<experiment>/<number>` */
  id: text,
  experiment: text,
  number: count,
  /** What a search's round is for; 'all' of an experiment without a search. */
  purpose: v.picklist(['all', 'search', 'check']),
  arms: v.array(PlannedArm),
  items: v.array(PlannedItem),
  /** By language, the styles that seeds dress demonstrations in: seed modulo their number. */
  styles: v.record(text, v.array(BenchStyle)),
  cells: v.array(PlannedCell),
  /** In the order of work; absent where there are none. */
  trainings: v.optional(v.array(PlannedTraining)),
  /** Absent where there are none. */
  judges: v.optional(v.array(PlannedJudgeModel)),
});
export type Round = v.InferOutput<typeof Round>;
