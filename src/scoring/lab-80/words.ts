/** Words of any language: letters, digits and joining hyphens; "3.5" is one, "l'or" is two. */
const word = /\d+\.\d+|[\p{L}\p{N}\p{M}_]+(?:-[\p{L}\p{N}]+)*/gu;

/** The words of a text as they are written, in order. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(word) ?? [];

/** The words of a text in small letters. */
export const lowerWords = (text: string): string[] => wordsOf(text).map((it) => it.toLowerCase());

/** A word in small letters and where it stands in its text. */
export interface PlacedWord {
  lower: string;
  start: number;
  end: number;
}

/** The words of a text with their places, in order. */
export const wordsWithPlaces = (text: string): PlacedWord[] =>
  [...text.matchAll(word)].map(({ 0: it, index }) => ({
    lower: it.normalize('NFC').toLowerCase(),
    start: index,
    end: index + it.length,
  }));

/** Whether a phrase is written in capitals, and so wants capitals: "GOAT", not "Goat" or "7". */
const isShouted = (phrase: string): boolean =>
  phrase.length > 1 && phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase();

/** Whether `run` stands in `list` without a gap. */
export function hasRun(list: readonly string[], run: readonly string[]): boolean {
  if (run.length === 0) return false;
  return list.some((_, at) => run.every((it, i) => list[at + i] === it));
}

/** Whether one of a phrase's alternatives ("2|two") stands in a text as whole words. */
export function holdsPhrase(text: string, phrase: string): boolean {
  return phrase
    .split('|')
    .some((it) =>
      isShouted(it) ? hasRun(wordsOf(text), wordsOf(it)) : hasRun(lowerWords(text), lowerWords(it)),
    );
}

/** A line of code without spaces and with one kind of quotation mark, to compare it by. */
const squeeze = (code: string): string => code.replace(/\s+/g, '').replace(/['‘’“”`]/g, '"');
const isNamePart = (letter: string | undefined): boolean => /[\p{L}\p{N}_]/u.test(letter ?? '');

/** Whether one of a phrase's alternatives stands in a text as a piece of code: letter by letter, spaces apart. */
export function holdsCode(text: string, phrase: string): boolean {
  const code = squeeze(text);
  return phrase.split('|').some((it) => {
    const piece = squeeze(it);
    for (let at = code.indexOf(piece); at >= 0; at = code.indexOf(piece, at + 1)) {
      const end = at + piece.length;
      const runsOn =
        (isNamePart(code[at - 1]) && isNamePart(piece[0])) ||
        (isNamePart(code[end]) && isNamePart(piece.at(-1)));
      if (!runsOn) return true;
    }
    return false;
  });
}

/** Text as a pattern that matches just it. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
