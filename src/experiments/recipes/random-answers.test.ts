import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demonstration } from '../../domain/demonstration.ts';
import { Problem } from '../../domain/problem.ts';
import { queryKey } from './query-key.ts';
import { randomAnswers } from './random-answers.ts';
import { anyPool, anySeed, toys } from './testing/toy.ts';

const pool = toys(60);
const answersOf = (
  from: 'in-domain' | 'out-of-domain',
  seed: number,
  more: { item?: string; exclude?: string[] } = {},
) =>
  randomAnswers(toys(6), from, { seed, pool, ...more }, 'transforms[0]').map(
    ({ answer }) => answer,
  );
const home = new Map(pool.map(({ answer, category }) => [answer, category]));

describe('randomAnswers', () => {
  it('stays in the category, or leaves it', () => {
    for (let seed = 0; seed < 20; seed++) {
      answersOf('in-domain', seed).forEach((answer, i) => {
        expect(home.get(answer)).toBe(pool[i]?.category);
        expect(answer).not.toBe(pool[i]?.answer);
      });
      answersOf('out-of-domain', seed).forEach((answer, i) => {
        expect(home.get(answer)).toBeDefined();
        expect(home.get(answer)).not.toBe(pool[i]?.category);
      });
    }
  });

  it('is decided by the seed, and by the item where one is named', () => {
    expect(answersOf('in-domain', 3)).toEqual(answersOf('in-domain', 3));
    expect(answersOf('in-domain', 3)).not.toEqual(answersOf('in-domain', 4));
    expect(answersOf('in-domain', 3, { item: 'a' })).not.toEqual(
      answersOf('in-domain', 3, { item: 'b' }),
    );
  });

  it('draws no answer to a query that is asked', () => {
    const [asked] = answersOf('in-domain', 3);
    const query = pool.find(({ answer }) => answer === asked)?.query ?? '';
    expect(answersOf('in-domain', 3, { exclude: [query.toUpperCase()] })).not.toContain(asked);
  });

  it('draws every answer that it may', () => {
    const seen = new Set(Array.from({ length: 400 }, (_, s) => answersOf('in-domain', s)[0]));
    expect(seen.size).toBe(19);
  });

  it('never gives a demonstration its own answer, or says that there is no other', () => {
    const from = fc.constantFrom('in-domain' as const, 'out-of-domain' as const);
    fc.assert(
      fc.property(anyPool(1), anyPool(1), from, anySeed, (shown, others, where, seed) => {
        try {
          const given = randomAnswers(shown, where, { seed, pool: others }, 'transforms[0]');
          given.forEach(({ answer, query, category }, i) => {
            expect(answer).not.toBe(shown[i]?.answer);
            expect(answer).not.toBe('');
            const sources = others.filter(
              (other) =>
                other.enabled &&
                other.answer === answer &&
                queryKey(other.query) !== queryKey(query),
            );
            const same = sources.map((other) => other.category === category);
            expect(same).toContain(where === 'in-domain');
          });
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
    );
  });

  it('names the demonstration for which there is none', () => {
    const draw = (category: string, from: 'in-domain' | 'out-of-domain') => () =>
      randomAnswers(
        [demonstration('Q', 'A', category)],
        from,
        { seed: 0, pool: toys(9, ['math']) },
        'transforms[0]',
      );
    expect(draw('stem', 'in-domain')).toThrow(
      'transforms[0]: the pool has no in-domain answer for demonstration 1, whose category is "stem".',
    );
    expect(draw('math', 'out-of-domain')).toThrow('no out-of-domain answer');
    expect(draw('', 'out-of-domain')).toThrow('demonstration 1 has no category');
  });
});
