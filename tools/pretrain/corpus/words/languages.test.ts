import { describe, expect, it } from 'vitest';
import { languages } from '../document.ts';
import { soundOf, youngOf } from './animal-words.ts';
import { animals } from './animals.ts';
import { frenchFeminine } from './names-of-kinds.ts';
import { definite, frenchOf, indefinite } from './nouns.ts';
import { at, belongings, isWoman, jobs, names, places } from './people.ts';
import { continents, foods, uses } from './things-said.ts';
import { things } from './things.ts';
import { countries } from './countries.ts';

const eagle = { en: 'eagle', es: 'águila f', fr: 'aigle m' };
const owl = { en: 'owl', es: 'búho m', fr: 'hibou m' };
const egg = { en: 'egg', es: 'huevo m', fr: 'œuf m' };

describe('words in three languages', () => {
  it('gives the articles that a rule alone gets wrong', () => {
    expect([definite(eagle, 'es'), indefinite(eagle, 'es')]).toEqual(['el águila', 'un águila']);
    expect([definite(owl, 'fr'), definite(egg, 'fr')]).toEqual(['le hibou', "l'œuf"]);
    expect([frenchOf('œufs'), frenchOf('livres')]).toEqual(["d'œufs", 'de livres']);
    expect(['blanc', 'violet', 'vert', 'rouge'].map(frenchFeminine)).toEqual([
      'blanche',
      'violette',
      'verte',
      'rouge',
    ]);
  });

  it('has a word for every food, use and continent', () => {
    const told = (values: string[]): string[] => values.filter((value) => value !== '-');
    for (const food of told(animals.map((row) => row.food)))
      expect(foods.has(food), food).toBe(true);
    for (const use of told(things.map((row) => row.use))) expect(uses.has(use), use).toBe(true);
    for (const { continent } of countries) expect(continents.has(continent), continent).toBe(true);
  });

  it('tells sounds and young of known animals only', () => {
    for (const language of ['es', 'fr'] as const)
      for (const of of [soundOf, youngOf])
        expect(animals.filter((row) => of(row, language) !== '-').length).toBeGreaterThan(15);
    expect(soundOf({ en: 'dog', sound: 'woof', baby: 'puppy' }, 'fr')).toBe('ouaf');
    expect(youngOf({ en: 'shark', sound: '-', baby: 'pup' }, 'es')).toBe('-');
  });

  it('says where things are, and refuses a place that it does not know', () => {
    for (const place of places)
      expect(new Set(languages.map((language) => at(place, language))).size).toBe(3);
    expect(at('bridge', 'fr')).toBe('sur le pont');
    expect(() => at('nowhere')).toThrow('nowhere');
  });

  it('knows who is a woman, and gives every noun its gender', () => {
    expect(names.filter(isWoman).length).toBe(24);
    expect(jobs.every((row) => /^(la|l') ?/.test(row.frWoman) && /^la /.test(row.esWoman))).toBe(
      true,
    );
    for (const noun of [...animals, ...things, ...belongings])
      for (const language of ['es', 'fr'] as const) expect(noun[language]).toMatch(/ ?[mf]$/);
  });
});
