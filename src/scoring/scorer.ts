import * as v from 'valibot';
import type { AnsweredTurn, ReadyScorer } from './answered.ts';
import { Contains, contains } from './scorers/contains.ts';
import { Degeneration, degeneration } from './scorers/degeneration.ts';
import { Exact, exact } from './scorers/exact.ts';
import { Hand, hand } from './scorers/hand.ts';
import { Ifeval, ifeval } from './scorers/ifeval.ts';
import { Judge, judge } from './scorers/judge.ts';
import { Lab80, lab80 } from './scorers/lab-80.ts';
import { Length, length } from './scorers/length.ts';
import { Likelihood, likelihood } from './scorers/likelihood.ts';
import { Regex, regex } from './scorers/regex.ts';

/** A scorer as an experiment document names it; README.md says what each means. */
export const Scorer = v.variant('kind', [
  Lab80,
  Exact,
  Contains,
  Regex,
  Length,
  Degeneration,
  Likelihood,
  Ifeval,
  Hand,
  Judge,
]);
export type Scorer = v.InferOutput<typeof Scorer>;

type Maker<K extends Scorer['kind']> = (named: Extract<Scorer, { kind: K }>) => ReadyScorer;

const makers: { readonly [K in Scorer['kind']]: Maker<K> } = {
  'lab-80': lab80,
  exact,
  contains,
  regex,
  length,
  degeneration,
  likelihood,
  ifeval,
  hand,
  judge,
};

/** An answer that a reader or a crash cut off is no answer of the model's. */
const whole =
  (score: ReadyScorer['score']): ReadyScorer['score'] =>
  (answered: AnsweredTurn) =>
    answered.stopReason === 'cancelled'
      ? { error: 'The answer was cancelled before its end.' }
      : score(answered);

/**
 * A scorer ready to score, with its id, label and range.
 * @throws Problem 'bad-input' for a pattern that cannot be used, naming it and the reason
 */
export function readyScorer<K extends Scorer['kind']>(
  named: Extract<Scorer, { kind: K }>,
): ReadyScorer {
  const make = makers[named.kind] as Maker<K>;
  const ready = make(named);
  return { ...ready, score: whole(ready.score) };
}
