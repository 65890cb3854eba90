import { Problem } from '../../../src/domain/problem.ts';
import type { TrainingText } from '../../../src/domain/training/rows.ts';
import type { TrainingUnits } from './units.ts';

/** What the model can read. */
export interface Room {
  readonly contextLength: number;
  readonly vocabularySize: number;
}

/**
 * Refuses rows that cannot be learnt from.
 * @throws Problem 'bad-input' or 'context-exceeded' that names the row, from 1
 */
export function checkRows({ training, validation }: TrainingUnits, room: Room): void {
  if (training.length === 0) throw refusal('There are no rows to learn from', 'Add at least one.');
  const lists = [
    ['Row', training],
    ['Held-out row', validation],
  ] as const;
  for (const [word, units] of lists)
    for (const [i, { texts }] of units.entries())
      for (const text of texts) {
        const fault = faultOf(text, room);
        if (fault) throw refusal(`${word} ${i + 1} ${fault.what}`, fault.remedy, fault.code);
      }
}

function refusal(
  message: string,
  remedy: string,
  code: 'bad-input' | 'context-exceeded' = 'bad-input',
): Problem {
  return new Problem({ code, message: `${message}.`, remedy });
}

function faultOf({ tokens, learnt }: TrainingText, { contextLength, vocabularySize }: Room) {
  const foreign = tokens.find((token) => token >= vocabularySize);
  if (foreign !== undefined)
    return {
      what: `has token ${foreign}; this model knows ${vocabularySize}, from 0`,
      remedy: 'Tokenise it with this model.',
    };
  if (tokens.length > contextLength)
    return {
      code: 'context-exceeded' as const,
      what: `has ${tokens.length} tokens; the model has room for ${contextLength}`,
      remedy: `Shorten it by ${tokens.length - contextLength} tokens or more, or leave it out.`,
    };
  let end = 1;
  for (const [from, to] of learnt) {
    if (from < end || to <= from || to > tokens.length)
      return {
        what: 'marks tokens to be learnt that it does not have, or twice',
        remedy: 'Choose the rows again.',
      };
    end = to;
  }
  if (learnt.length === 0)
    return { what: 'has nothing to be learnt', remedy: 'Give it an answer, or leave it out.' };
  return null;
}
