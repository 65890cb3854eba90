import { scoreAnswer } from '../../../src/scoring/lab-80/score.ts';
import type { BenchFile } from '../../../src/scoring/lab-80/schema.ts';
import { lowerWords } from '../../../src/scoring/lab-80/words.ts';

/** Text by which two questions count as the same. */
export const sameness = (text: string): string => lowerWords(text).join(' ');

/** A word that so few of the bench's queries hold tells what a query is about: "Portugal", not "capital". */
const rare = 3;

/**
 * Tells whether a demonstration gives away a question of the bench: it has the same query or answer, or it
 * speaks of what the question is about in an answer that would be right. Shown beside the question, it
 * would turn knowledge into copying.
 */
export function givesAway(files: readonly BenchFile[]): (query: string, answer: string) => boolean {
  const items = files.flatMap((file) => file.items);
  const texts = new Set(
    items.flatMap(({ turns }) =>
      turns.flatMap(({ query, answer }) => [sameness(query), sameness(answer)]),
    ),
  );
  const heldBy = new Map<string, number>();
  for (const { turns } of items)
    for (const word of new Set(turns.flatMap(({ query }) => lowerWords(query))))
      heldBy.set(word, (heldBy.get(word) ?? 0) + 1);
  const asked = items
    .filter(({ part }) => part === 'world')
    .flatMap(({ turns: [one, two] }) =>
      [one, two].map((turn) => {
        const query = turn === one ? one.query : `${one.query}\n${two.query}`;
        return { turn, about: lowerWords(query).filter((it) => (heldBy.get(it) ?? 0) <= rare) };
      }),
    );
  return (query, answer) => {
    if (texts.has(sameness(query)) || texts.has(sameness(answer))) return true;
    const words = new Set(lowerWords(`${query} ${answer}`));
    return asked.some(({ turn, about }) => {
      if (!about.some((it) => words.has(it))) return false;
      const answered = { turn, answer, stopped: true, style: undefined, query: turn.query };
      return scoreAnswer(answered).content === 5;
    });
  };
}
