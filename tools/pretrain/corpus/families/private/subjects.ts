import type { Scene } from '../../scene.ts';
import { capitalise } from '../../text.ts';
import { name, nouns } from '../../words/index.ts';
import { nonsense } from '../../words/nonsense.ts';
import { definite, word } from '../../words/nouns.ts';
import { adjectives } from '../../words/people.ts';

/** Different draws, as many as can be had. */
export function distinct(count: number, draw: () => string): string[] {
  const drawn = new Set<string>();
  for (let tries = 0; drawn.size < count && tries < count * 20; tries++) drawn.add(draw());
  return [...drawn];
}

/** "the lamp", of the world. */
export const thing = (scene: Scene): string => definite(scene.random.pick(nouns), scene.language);

/** Someone or something that a private fact is about. */
export const subject = (scene: Scene): string =>
  scene.random.weighted([
    [thing, 40],
    [(s: Scene) => nonsense(s), 22],
    [
      (s: Scene) =>
        `${s.language === 'en' ? 'the' : s.language === 'es' ? 'el' : 'le'} ${nonsense(s)}`,
      10,
    ],
    [(s: Scene) => capitalise(nonsense(s)), 14],
    [name, 14],
  ])(scene);

/** What a private fact says. */
export const value = (scene: Scene): string =>
  scene.random.weighted([
    [thing, 42],
    [(s: Scene) => word(s.random.pick(nouns), s.language), 18],
    [
      (s: Scene) =>
        s.language === 'en'
          ? `the ${s.random.pick(adjectives)} ${s.random.pick(nouns).en}`
          : thing(s),
      12,
    ],
    [(s: Scene) => nonsense(s), 12],
    [(s: Scene) => String(s.random.integer(1, 99)), 10],
    [name, 6],
  ])(scene);
