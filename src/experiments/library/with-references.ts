import { Problem } from '../../domain/problem.ts';
import type { QuestionSet, ReferenceSet } from '../../formats/benches/types.ts';

/** Questions with references, and to how many of them one was found. */
export interface Referenced {
  readonly set: QuestionSet;
  readonly joined: number;
}

/**
 * Joins references of a file of their own (MT-Bench's reference_answer) to their questions, by id. Turns that
 * the file has nothing for keep what they have.
 * @param name of the new set
 * @throws Problem 'bad-input' where not one question has a reference there
 */
export function withReferences(
  questions: QuestionSet,
  { references }: ReferenceSet,
  name: string,
): Referenced {
  const byId = new Map(references.map(({ id, turns }) => [id, turns]));
  const items = questions.items.map((item) => {
    const given = byId.get(item.id);
    if (!given) return item;
    const turns = item.turns.map((turn, i) => ({ ...turn, reference: given[i] ?? turn.reference }));
    return { ...item, turns };
  });
  const joined = questions.items.filter(({ id }) => byId.has(id)).length;
  if (joined === 0)
    throw new Problem({
      code: 'bad-input',
      message: `None of the references is for a question of “${questions.name}”: their ids differ.`,
      remedy: 'Join them to the questions that they were written for.',
    });
  return { set: { ...questions, name, items }, joined };
}
