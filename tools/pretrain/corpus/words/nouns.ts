import type { Language } from '../document.ts';
import { withArticle } from '../text.ts';

/** A noun in three languages; Spanish and French with their gender ("perro m"). */
export interface Noun {
  en: string;
  es: string;
  fr: string;
}

// A French h is as a rule silent, but not in "le hibou".
const elides = (word: string): boolean => /^[aeiouéèêâîôûœh]/i.test(word) && word !== 'hibou';
// Feminine Spanish nouns that begin with a stressed a take "el" and "un".
const stressedA = new Set(['águila']);

/** The bare word. */
export const word = (noun: Noun, language: Language): string =>
  language === 'en' ? noun.en : noun[language].replace(/ [mf]$/, '');

/** Grammatical gender. */
export const isFeminine = (noun: Noun, language: 'es' | 'fr'): boolean =>
  noun[language].endsWith(' f');

/** "a dog", "un perro", "une vache". */
export function indefinite(noun: Noun, language: Language): string {
  if (language === 'en') return withArticle(noun.en);
  const bare = word(noun, language);
  const feminine = isFeminine(noun, language) && !stressedA.has(bare);
  return `${language === 'es' ? (feminine ? 'una' : 'un') : feminine ? 'une' : 'un'} ${bare}`;
}

/** "the dog", "el perro", "l'éléphant". */
export function definite(noun: Noun, language: Language): string {
  const bare = word(noun, language);
  if (language === 'en') return `the ${bare}`;
  const feminine = isFeminine(noun, language) && !stressedA.has(bare);
  if (language === 'es') return `${feminine ? 'la' : 'el'} ${bare}`;
  return elides(bare) ? `l'${bare}` : `${feminine ? 'la' : 'le'} ${bare}`;
}

/** "de livres", "d'œufs": French "de" before a word without article. */
export const frenchOf = (word: string): string => (elides(word) ? `d'${word}` : `de ${word}`);

/** The slots a noun fills in a template: {x} bare, {a} indefinite, {the} definite. */
export const nounSlots = (noun: Noun, language: Language): Record<'x' | 'a' | 'the', string> => ({
  x: word(noun, language),
  a: indefinite(noun, language),
  the: definite(noun, language),
});
