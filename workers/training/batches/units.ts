import type {
  TrainingPair,
  TrainingRows,
  TrainingText,
} from '../../../src/domain/training/rows.ts';
import { learntCount, lengthOf } from '../../../src/onnx/training/feeds.ts';

/** What a loss is of: one text (sft), or two under one prompt, the preferred one first (dpo). */
export interface Unit {
  readonly texts: readonly TrainingText[];
  /** Positions that the longest text takes. */
  readonly length: number;
  /** Tokens to be learnt, of all texts. */
  readonly learnt: number;
  /** Tokens of all texts. */
  readonly tokens: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

const unitOf = (...texts: TrainingText[]): Unit => ({
  texts,
  length: Math.max(...texts.map(lengthOf)),
  learnt: sum(texts.map(learntCount)),
  tokens: sum(texts.map(({ tokens }) => tokens.length)),
});

/** A training's rows, and those held out. */
export interface TrainingUnits {
  readonly training: readonly Unit[];
  readonly validation: readonly Unit[];
}

export function unitsOf(rows: TrainingRows): TrainingUnits {
  const ofTexts = (texts: readonly TrainingText[]) => texts.map((text) => unitOf(text));
  const ofPairs = (pairs: readonly TrainingPair[]) =>
    pairs.map(({ chosen, rejected }) => unitOf(chosen, rejected));
  return rows.method === 'sft'
    ? { training: ofTexts(rows.training), validation: ofTexts(rows.validation) }
    : { training: ofPairs(rows.training), validation: ofPairs(rows.validation) };
}
