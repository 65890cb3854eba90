import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { demonstration, type Demonstration } from '../../domain/demonstration.ts';
import { Problem } from '../../domain/problem.ts';
import { gather, type Conversation, type Material } from './gather.ts';
import { queryKey } from './query-key.ts';
import { Source } from './source.ts';
import { anyPool, anyQuery, anySeed, everySelector, toys } from './testing/toy.ts';

const curated = ['one', 'two', 'three'].map((n) =>
  demonstration(`Curated ${n}`, `Answer ${n}`, 'general', `curated-${n}`),
);
const conversations = ['cow', 'hen', 'pig', 'cat'].map((animal): Conversation => [
  demonstration(`What is a ${animal}?`, 'An animal.', animal, `${animal}-1`),
  demonstration(`And what does a ${animal} eat?`, 'Hay.', animal, `${animal}-2`),
]);
const material: Material = { curated, pool: toys(30), conversations };
const asking = { query: 'Live?', seed: 1, item: 'live' };
const ids = (shown: readonly Demonstration[]) => shown.map(({ id }) => id);
const queries = (shown: readonly Demonstration[]) => shown.map(({ query }) => query);

describe('gather', () => {
  it('puts sources in the order in which they are listed', () => {
    const shown = gather(
      [
        { take: 'given', pairs: [{ query: 'Found?', answer: 'Yes.' }] },
        { take: 'pool', count: 2 },
        { take: 'conversations', count: 1 },
        { take: 'curated' },
      ],
      material,
      asking,
    );
    expect(shown[0]).toMatchObject({
      query: 'Found?',
      answer: 'Yes.',
      category: '',
      enabled: true,
    });
    expect(shown).toHaveLength(8);
    expect(ids(shown.slice(1, 3)).every((id) => id.startsWith('toy-'))).toBe(true);
    const [first = '', second = ''] = ids(shown.slice(3, 5));
    expect([first.slice(-2), second]).toEqual(['-1', first.replace('-1', '-2')]);
    expect(shown.slice(5)).toEqual(curated);
    expect(new Set(ids(shown)).size).toBe(8);
  });

  it('takes some of the curated block, and none that is off', () => {
    expect(gather([{ take: 'curated', only: [0, 2] }], material, asking)).toEqual([
      curated[0],
      curated[2],
    ]);
    const [one, two, three] = curated as [Demonstration, Demonstration, Demonstration];
    const some = { ...material, curated: [one, { ...two, enabled: false }, three] };
    expect(gather([{ take: 'curated' }], some, asking)).toEqual([one, three]);
    expect(() => gather([{ take: 'curated', only: [2] }], some, asking)).toThrow(
      'sources[0].only: there is no demonstration at position 2: there are 2.',
    );
  });

  it('draws nested demonstrations, the categories in turn, the same for all items', () => {
    const draw = (count: number, seed: number, item = 'live') =>
      gather([{ take: 'pool', count }], material, { query: item, seed, item });
    expect(draw(12, 5).slice(0, 6)).toEqual(draw(6, 5));
    expect(draw(6, 5, 'other')).toEqual(draw(6, 5));
    expect(draw(6, 5)).not.toEqual(draw(6, 6));
    for (const start of [0, 3, 6])
      expect(
        new Set(
          draw(9, 5)
            .slice(start, start + 3)
            .map(({ category }) => category),
        ).size,
      ).toBe(3);
  });

  it('draws nested conversations, whole, and leaves out those that are asked', () => {
    const draw = (count: number, exclude: string[] = []) =>
      queries(gather([{ take: 'conversations', count }], material, { ...asking, exclude }));
    expect(draw(4).slice(0, 4)).toEqual(draw(2));
    const [, second = ''] = draw(1);
    expect(draw(3, [second])).toEqual(draw(4).slice(2));
    expect(() => draw(4, [second])).toThrow('live: 4 conversations are asked for, there are 3');
  });

  it('never shows an asked query, one twice, or one that is off', () => {
    const count = fc.nat({ max: 8 });
    fc.assert(
      fc.property(
        anyPool(0),
        anyQuery,
        fc.array(anyQuery, { maxLength: 2 }),
        count,
        count,
        fc.constantFrom(...everySelector),
        anySeed,
        (pool, query, exclude, first, second, select, seed) => {
          const draw = () =>
            gather(
              [
                { take: 'pool', count: first, select },
                { take: 'pool', count: second, select },
                { take: 'curated' },
              ],
              { ...material, pool },
              { query, seed, item: 'live', exclude },
            );
          const asked = [query, ...exclude].map(queryKey);
          const free = new Set(
            pool
              .filter(({ enabled }) => enabled)
              .map((d) => queryKey(d.query))
              .filter((key) => !asked.includes(key)),
          );
          if (first + second > free.size) {
            expect(draw).toThrow(Problem);
            return;
          }
          const shown = draw();
          const keys = queries(shown).map(queryKey);
          expect(shown).toHaveLength(first + second + 3);
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of asked) expect(keys).not.toContain(key);
          expect(shown.every(({ enabled }) => enabled)).toBe(true);
          expect(draw()).toEqual(shown);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shows a question’s own evidence whole, the asked query too', () => {
    const own = { ...material, pool: [...toys(2), demonstration('LIVE?', 'Yes.', 'math', 'own')] };
    const evidence = { ...asking, exclude: ['Query 0?'], ownEvidence: true };
    const shown = gather([{ take: 'pool', count: 3 }], own, evidence);
    expect(new Set(ids(shown))).toEqual(new Set(['toy-0', 'toy-1', 'own']));
    expect(() =>
      gather([{ take: 'pool', count: 2 }], own, { ...evidence, ownEvidence: false }),
    ).toThrow('which has 1 beside 2');
  });

  it('does not guess how many are meant', () => {
    expect(() => gather([{ take: 'curated' }, { take: 'pool' }], material, asking)).toThrow(
      'sources[1].count: it is missing.',
    );
  });

  it('leaves out of the pool what the prompt has already', () => {
    const [one] = curated as [Demonstration];
    const pool = [...toys(2), { ...one, id: 'again' }];
    expect(() =>
      gather([{ take: 'pool', count: 3 }, { take: 'curated' }], { ...material, pool }, asking),
    ).toThrow(
      'live: 3 demonstrations are asked of the pool, which has 2 beside 1 whose queries are asked or shown already.',
    );
    expect(() => gather([{ take: 'pool', count: 31 }], material, asking)).toThrow(
      'live: 31 demonstrations are asked of the pool, which has 30.',
    );
  });
});

describe('Source', () => {
  it('takes what is written right, and nothing else', () => {
    const is = (json: unknown) => v.is(Source, json);
    expect(is({ take: 'pool', count: 3 })).toBe(true);
    expect(is({ take: 'pool', count: 3, select: { by: 'mmr', lambda: 0.3 } })).toBe(true);
    expect(is({ take: 'pool', count: 3, select: { by: 'mmr', lambda: 1.1 } })).toBe(false);
    expect(is({ take: 'pool', count: -1 })).toBe(false);
    expect(is({ take: 'pool', count: 3, seed: 1 })).toBe(false);
    expect(is({ take: 'given', pairs: [{ query: 'a', answer: 'b' }] })).toBe(true);
  });
});
