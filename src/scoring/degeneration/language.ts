import { lowerWords } from '../lab-80/words.ts';
import { profiles } from './language-profiles.ts';

/** Fewer words than this say nothing about their language. */
export const leastWords = 4;
/** A function word counts one point; what else is known of a language says less. */
const letterWeight = 0.3;
const trigramWeight = 0.15;
/** Function words are shorter, and would be counted twice. */
const shortestForTrigrams = 4;

/** Things by which languages are known: for each, the languages, and what it says for each of them. */
function index(parts: (language: string) => readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const language of Object.keys(profiles))
    for (const part of parts(language)) {
      const those = found.get(part) ?? [];
      if (!those.includes(language)) found.set(part, [...those, language]);
    }
  return found;
}
const byWord = index((language) => profiles[language]?.words ?? []);
const byTrigram = index((language) => profiles[language]?.trigrams ?? []);
const byLetter = index((language) => Array.from(profiles[language]?.letters ?? ''));
/** What all languages share says nothing, what one alone has says all. */
const share = (sharing: number): number => {
  const all = Object.keys(profiles).length;
  return (all / sharing - 1) / (all - 1);
};

/** Alphabets other than the Latin one, by the name that a reader is shown. */
const alphabets = [
  ['Han', /\p{Script=Han}/gu],
  ['Japanese kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
] as const;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The alphabet that most letters are of, if not the Latin one; others than those named are "another". */
function alphabetOf(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  const foreign = letters - count(text, /\p{Script=Latin}/gu);
  if (foreign * 2 <= letters) return null;
  const named = alphabets.map(([name, pattern]) => ({ name, letters: count(text, pattern) }));
  const most = named.reduce((best, it) => (it.letters > best.letters ? it : best));
  return most.letters * 2 > foreign ? most.name : 'another alphabet';
}

/** Words; where an alphabet writes without spaces, two letters count as one. */
export const wordCount = (text: string): number =>
  lowerWords(text).length +
  Math.floor(
    count(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu) / 2,
  );

/** How much of a text speaks for each language, in points per word; and how many words it has. */
export interface LanguagePoints {
  readonly words: number;
  readonly points: ReadonlyMap<string, number>;
}

/**
 * What function words, trigrams and letters say of a text's language. What k of the n languages share gives
 * each of them (n/k - 1)/(n - 1) of its weight. A text mostly of another alphabet has one point per word for
 * that alphabet, by name, and none for any language.
 */
export function languagePoints(text: string): LanguagePoints {
  const words = wordCount(text);
  const alphabet = alphabetOf(text);
  if (alphabet) return { words, points: new Map([[alphabet, 1]]) };
  const points = new Map<string, number>();
  const speak = (languages: readonly string[] | undefined, weight: number): void => {
    if (!languages) return;
    for (const it of languages)
      points.set(it, (points.get(it) ?? 0) + (weight * share(languages.length)) / words);
  };
  for (const word of lowerWords(text)) {
    speak(byWord.get(word), 1);
    const edged = `_${word}_`;
    if (word.length < shortestForTrigrams) continue;
    for (let at = 0; at + 3 <= edged.length; at++)
      speak(byTrigram.get(edged.slice(at, at + 3)), trigramWeight);
  }
  for (const letter of text.normalize('NFC').toLowerCase())
    speak(byLetter.get(letter), letterWeight);
  return { words, points };
}
