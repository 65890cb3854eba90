import type { Demonstration } from '../../domain/demonstration.ts';
import { canonicalJson, sha256 } from '../../domain/hash.ts';
import type { Placed, TrainingSet } from '../../domain/training/conversation.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';
import { refusal } from '../recipes/refusal.ts';

/** Demonstrations as what is learnt from. */
export interface Examples {
  /** As a prompt would show them. */
  readonly demonstrations: readonly Demonstration[];
  /** For dpo: the answers not to be preferred, by place. */
  readonly rejected: readonly string[] | null;
  /** What stands where a prompt has its rules; empty for nothing. */
  readonly rules: string;
}

const named = (i: number): string => `Demonstration ${i + 1}`;

/**
 * The training set of an arm, one example for each demonstration, in their order.
 * @param arm its label, for messages
 * @throws Problem 'bad-input' where there is nothing to learn, naming the demonstration
 */
export function trainingSet(
  arm: string,
  { demonstrations, rejected, rules }: Examples,
): TrainingSet {
  if (demonstrations.length === 0)
    throw refusal(
      `arm “${arm}”: it is trained on its demonstrations, and has none.`,
      'Show at least one, or take "tuning" away.',
    );
  const empty = demonstrations.findIndex(({ answer }) => answer.trim() === '');
  if (empty >= 0)
    throw refusal(
      `arm “${arm}”: demonstration ${empty + 1} has no answer to learn.`,
      'Give it an answer, or leave it out.',
    );
  const system = rules === '' ? {} : { system: rules };
  const placed = <T>(example: (shown: Demonstration, i: number) => T): Placed<T>[] =>
    demonstrations.map((shown, i) => ({ place: named(i), example: example(shown, i) }));
  if (!rejected)
    return {
      method: 'sft',
      examples: placed(({ query, answer }) => ({ ...system, turns: [{ query, answer }] })),
    };
  return {
    method: 'dpo',
    examples: placed(({ query, answer }, i) => ({
      ...system,
      history: [],
      query,
      chosen: answer,
      rejected: rejected[i] ?? '',
    })),
  };
}

/** Raise it when the same demonstrations and settings may come to another training. */
const version = 1;

/**
 * Names a training before any tokenizer is there: base (its tokenizer is among its files), settings and
 * texts decide the tokens, so equal names are equal trainings (`trainingIdentity`).
 * @param fingerprint of the base
 */
export const trainingName = (
  fingerprint: string,
  settings: TrainingSettings,
  set: TrainingSet,
): Promise<string> =>
  sha256(
    canonicalJson({
      version,
      fingerprint,
      settings,
      examples: set.examples.map(({ example }) => example),
    }),
  );
