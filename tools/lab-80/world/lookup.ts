import { animals } from '../../pretrain/corpus/words/animals.ts';
import { countries } from '../../pretrain/corpus/words/countries.ts';
import { nouns } from '../../pretrain/corpus/words/index.ts';
import { colours, homes, materials } from '../../pretrain/corpus/words/names-of-kinds.ts';
import { definite, indefinite, word } from '../../pretrain/corpus/words/nouns.ts';
import { isMass } from '../../pretrain/corpus/words/things.ts';
import type { BenchLanguage } from '../../../src/scoring/lab-80/schema.ts';

function row<T>(rows: readonly T[], is: (row: T) => boolean, what: string): T {
  const found = rows.find(is);
  if (!found) throw new Error(`The little world has no "${what}"`);
  return found;
}

/** A noun of the little world by its English word; throws when there is none. */
export const noun = (english: string) => row(nouns, (it) => it.en === english, english);
/** An animal by its English word; throws when there is none. */
export const animal = (english: string) => row(animals, (it) => it.en === english, english);
/** A country by its English name; throws when there is none. */
export const country = (english: string) => row(countries, (it) => it.en === english, english);

/** How a noun is spoken of: "a dog", "milk", "the snow"; its article follows the language. */
export function spoken(english: string, language: BenchLanguage): string {
  const it = noun(english);
  const unique = it.group === 'star' || it.group === '-' || isMass(it);
  return unique ? definite(it, language) : indefinite(it, language);
}

/** The bare word of a noun. */
export const bare = (english: string, language: BenchLanguage): string =>
  word(noun(english), language);

/** The colour of a thing, and all others. */
export function colourOf(english: string, l: BenchLanguage): { right: string; wrong: string[] } {
  const key = noun(english).colour;
  const right = colours.get(key)?.[l] ?? '';
  const wrong = [...colours.values()].map((it) => it[l]).filter((it) => it !== right);
  return { right, wrong };
}

/** Where an animal lives ("in the forest"), the bare place, and all other places. */
export function homeOf(
  english: string,
  l: BenchLanguage,
): { said: string; right: string; wrong: string[] } {
  const place = (said: string): string => said.split(/ |'/).at(-1) ?? '';
  const said = homes.get(animal(english).home)?.[l] ?? '';
  const right = place(said);
  const wrong = [...new Set([...homes.values()].map((it) => place(it[l])))];
  return { said, right, wrong: wrong.filter((it) => it !== right) };
}

/** What a thing is made of, and all other materials. */
export function materialOf(english: string, l: BenchLanguage): { right: string; wrong: string[] } {
  const it = noun(english);
  const right = ('material' in it && materials.get(String(it.material))?.[l]) || '';
  return { right, wrong: [...materials.values()].map((m) => m[l]).filter((m) => m !== right) };
}

const columns = { en: 'capital', es: 'capitalEs', fr: 'capitalFr' } as const;

/** The capital of a country, and some that are not. */
export function capitalOf(english: string, l: BenchLanguage): { right: string; wrong: string[] } {
  const right = country(english)[columns[l]];
  const wrong = ['France', 'Spain', 'Italy', 'Germany', 'Portugal', 'England', 'Russia', 'Japan']
    .map((name) => country(name)[columns[l]])
    .filter((it) => it !== right);
  return { right, wrong };
}

/** How many legs an animal has, and all other numbers of legs. */
export function legsOf(english: string): { right: string; wrong: string[] } {
  const right = animal(english).legs;
  return { right, wrong: ['0', '2', '4', '6', '8'].filter((it) => it !== right) };
}
