import { describe, expect, it } from 'vitest';
import { loadMaterial } from '../material/load.ts';
import { inStyle, styleOf } from '../material/material.ts';
import { gather } from '../recipes/gather.ts';
import { shelf } from '../testing/world.ts';
import { setOfSources } from './sets.ts';

const material = await loadMaterial({ pool: 'high' }, 'en', 'test', shelf());
const asked = (await shelf().bench('test', 'en')).items.flatMap(({ turns }) =>
  turns.map(({ query }) => query),
);
const turnsOf = (sources: Parameters<typeof setOfSources>[0], seed: number) =>
  setOfSources(sources, material, { seed, exclude: asked }).examples.map(
    ({ example }) => example.turns,
  );

describe('a training set of an experiment’s sources', () => {
  it('has what a prompt of the same seed shows, in its style', () => {
    const sources = [{ take: 'pool' as const, count: 9 }, { take: 'curated' as const }];
    for (const seed of [0, 1, 2]) {
      const query = asked[seed] ?? '';
      const shown = gather(sources, material, { query, seed, item: 'item', exclude: asked });
      const dressed = inStyle(shown, styleOf(material.styles, seed));
      expect(turnsOf(sources, seed)).toEqual(
        dressed.map((d) => [{ query: d.query, answer: d.answer }]),
      );
    }
    expect(turnsOf(sources, 0)).not.toEqual(turnsOf(sources, 1));
  });

  it('of a larger N has a smaller one’s members', () => {
    const small = turnsOf([{ take: 'pool', count: 5 }], 4);
    expect(turnsOf([{ take: 'pool', count: 20 }], 4).slice(0, 5)).toEqual(small);
  });

  it('keeps the exchanges of a conversation together', () => {
    const turns = turnsOf(
      [
        { take: 'conversations', count: 3 },
        { take: 'pool', count: 2 },
      ],
      1,
    );
    expect(turns.map(({ length }) => length)).toEqual([2, 2, 2, 1, 1]);
  });

  it('names each by its place in the prompt', () => {
    const sources = [
      { take: 'conversations' as const, count: 1 },
      { take: 'pool' as const, count: 1 },
    ];
    const { examples } = setOfSources(sources, material, { seed: 1, exclude: asked });
    expect(examples.map(({ place }) => place)).toEqual(['Demonstration 1', 'Demonstration 3']);
  });
});
