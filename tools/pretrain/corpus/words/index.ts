import type { Language } from '../document.ts';
import { allowed, type Scene } from '../scene.ts';
import { capitalise } from '../text.ts';
import { animals } from './animals.ts';
import { common } from './common.ts';
import { countries } from './countries.ts';
import { colours } from './names-of-kinds.ts';
import { nonsense } from './nonsense.ts';
import { word, type Noun } from './nouns.ts';
import { adjectives, names, places } from './people.ts';
import { things } from './things.ts';

/** Every noun of the small world. */
export const nouns: readonly (Noun & { group: string; size: string; colour: string })[] = [
  ...animals,
  ...things,
];

const english = [
  ...nouns.map((noun) => noun.en),
  ...adjectives,
  ...places,
  ...colours.keys(),
  ...countries.map((country) => country.capital),
];
const pools: Record<Language, readonly string[]> = {
  en: english,
  es: [...nouns.map((noun) => word(noun, 'es')), ...[...colours.values()].map((row) => row.es)],
  fr: [...nouns.map((noun) => word(noun, 'fr')), ...[...colours.values()].map((row) => row.fr)],
};

/** A first name. */
export const name = (scene: Scene): string => scene.random.pick(allowed(scene, 'name', names));

/** Different first names. */
export const someNames = (scene: Scene, count: number): string[] =>
  scene.random.sample(allowed(scene, 'name', names), count);

/** A word of the world, a name, or an invented one. */
export function anyWord(scene: Scene): string {
  const { random } = scene;
  if (random.chance(0.33)) return nonsense(scene);
  return random.chance(0.12) ? name(scene) : random.pick(pools[scene.language]);
}

/** A key of a made-up mapping: a word, two words, a code or a number. */
export function anyKey(scene: Scene): string {
  const { random } = scene;
  const shape = random.next();
  if (shape < 0.72) return anyWord(scene);
  if (shape < 0.86) return `${anyWord(scene)} ${anyWord(scene)}`;
  if (shape < 0.93) return String(random.integer(0, 999));
  return `${nonsense(scene, 1)}${random.pick(['-', '', '.'])}${random.integer(1, 99)}`;
}

/** Two to six words that need not make sense, as opening and closing phrases and things to copy. */
export function phrase(scene: Scene): string {
  const { random } = scene;
  const made = Array.from({ length: random.integer(2, 6) }, () =>
    random.chance(0.6) ? random.pick(common[scene.language]) : anyWord(scene),
  );
  return capitalise(made.join(' ')) + random.pick(['.', '!', '.', '!', '...', ':']);
}
