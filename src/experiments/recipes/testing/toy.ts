import fc from 'fast-check';
import { demonstration, type Demonstration } from '../../../domain/demonstration.ts';
import type { Selector } from '../selector.ts';

/** Demonstrations of as many categories in turn, each with texts of its own. */
export const toys = (count: number, categories = ['math', 'stem', 'writing']): Demonstration[] =>
  Array.from({ length: count }, (_, i) =>
    demonstration(`Query ${i}?`, `Answer ${i}.`, categories[i % categories.length], `toy-${i}`),
  );

const word = fc.constantFrom('cat', 'dog', 'sum', 'of', 'two', 'Write', 'a', 'poem', 'é', '7', '?');
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

/** Any pool, with equal queries and answers, empty texts and members that are off among its own. */
export const anyPool = (least: number): fc.Arbitrary<Demonstration[]> =>
  fc
    .array(
      fc.record({
        query: text,
        answer: fc.constantFrom('', 'Yes.', 'No.', 'Seven.'),
        category: fc.constantFrom('math', 'stem', 'writing', ''),
        enabled: fc.boolean(),
      }),
      { minLength: least, maxLength: 30 },
    )
    .map((list) => list.map((one, i) => ({ ...one, id: `any-${i}` })));

export const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
export const anyQuery = text;

/** Every selector there is. */
export const everySelector: readonly Selector[] = [
  { by: 'random' },
  { by: 'bm25' },
  { by: 'nearest' },
  { by: 'mmr' },
  { by: 'mmr', lambda: 0.9 },
  { by: 'k-means' },
];
