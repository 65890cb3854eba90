import type { Demonstration } from '../../domain/demonstration.ts';
import { uniform } from '../../domain/draw.ts';
import { poolIndex } from './pool.ts';
import { queryKey } from './query-key.ts';
import { refusal } from './refusal.ts';
import type { AnswerDomain } from './transform.ts';

/** What the draws of transforms depend on. */
export interface AnswerContext {
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  /** Answers are drawn out of these; the same array every time, since it is indexed once. */
  readonly pool: readonly Demonstration[];
  /** Where answers from other categories come from, if the pool has one category only. */
  readonly others?: readonly Demonstration[];
  /** With an item, it has draws of its own; without, all items share a seed's (and so a prefix). */
  readonly item?: string;
  /** Queries that are asked: their answers are never drawn. */
  readonly exclude?: readonly string[];
}

/** The demonstrations with other answers. */
export const withAnswers = (
  shown: readonly Demonstration[],
  answerOf: (demonstration: Demonstration, i: number) => string,
): Demonstration[] =>
  shown.map((demonstration, i) => ({ ...demonstration, answer: answerOf(demonstration, i) }));

/**
 * Each demonstration with an answer to another query: of the same category, or of any other (arXiv
 * 2405.19874, Table 3). Never its own answer, nor another that reads the same. Members of no category
 * ('') belong to neither.
 * @param where the transform, for messages
 * @throws Problem 'bad-input' where a demonstration has no category, or the pool no such answer
 */
export function randomAnswers(
  shown: readonly Demonstration[],
  from: AnswerDomain,
  { seed, pool: own, others: foreign = own, item = '', exclude = [] }: AnswerContext,
  where: string,
): Demonstration[] {
  const pool = from === 'in-domain' ? own : foreign;
  const { keys } = poolIndex(pool);
  const asked = new Set(exclude.map(queryKey));
  return withAnswers(shown, ({ category, query, answer }, i) => {
    if (category === '')
      throw refusal(
        `${where}: demonstration ${i + 1} has no category, so no answer is in or out of its domain.`,
        'Give every demonstration a category.',
      );
    const own = queryKey(query);
    const others = pool.filter((other, p) => {
      const key = keys[p] ?? '';
      return (
        (from === 'in-domain' ? other.category === category : other.category !== category) &&
        other.category !== '' &&
        other.enabled &&
        other.answer !== '' &&
        other.answer !== answer &&
        key !== own &&
        !asked.has(key)
      );
    });
    const drawn = others[Math.floor(uniform(seed, `${from}/${item}`, i) * others.length)];
    if (!drawn)
      throw refusal(
        `${where}: the pool has no ${from} answer for demonstration ${i + 1}, whose category is "${category}".`,
        from === 'in-domain'
          ? 'Add demonstrations of that category to the pool.'
          : 'Add demonstrations of other categories to the pool.',
      );
    return drawn.answer;
  });
}
