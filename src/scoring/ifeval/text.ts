/*
 * What IFEval's checks suppose of a text. The reference implementation is in Python, so words, white space and
 * letter case are what Python's `\w`, `\s`, `str.isupper` mean by them, which is not what JavaScript's do.
 * All here look at each character a bounded number of times: a long answer cannot stop the page.
 */

/** For a character class: white space as Python has it (no U+FEFF, but the separators U+001C to U+001F). */
export const space = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const spaceCharacter = new RegExp(`^[${space}]$`);
export const isSpace = (character: string | undefined): boolean =>
  character !== undefined && spaceCharacter.test(character);

const wordCharacter = /^[\p{L}\p{N}_]$/u;
const isWord = (character: string | undefined): boolean =>
  character !== undefined && wordCharacter.test(character);

/** Runs of letters, digits and underscores; a combining mark, as Hindi's vowels are, ends one. */
export const words = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Without the characters at both ends for which `drop` holds: a regular expression would go back and forth. */
function trimmed(text: string, drop: (character: string) => boolean): string {
  let [start, end] = [0, text.length];
  while (start < end && drop(text.charAt(start))) start++;
  while (end > start && drop(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

export const strip = (text: string): string => trimmed(text, isSpace);
export const stripOf = (text: string, characters: string): string =>
  trimmed(text, (character) => characters.includes(character));

const piece = new RegExp(`[^${space}]+`, 'gu');
/** Text split at white space, with no empty piece. */
export const pieces = (text: string): string[] => text.match(piece) ?? [];

const [upper, lower, title] = [/\p{Uppercase}/u, /\p{Lowercase}/u, /\p{Lt}/u];

/** Has letters of a case, and all of them are capitals. */
export const isUpper = (text: string): boolean =>
  upper.test(text) && !lower.test(text) && !title.test(text);
/** Has letters of a case, and none of them is a capital. */
export const isLower = (text: string): boolean =>
  lower.test(text) && !upper.test(text) && !title.test(text);

/** How often a text stands in another, letter case aside; places do not overlap. */
export function countOf(text: string, sought: string): number {
  const [within, what] = [text.toLowerCase(), sought.toLowerCase()];
  let count = 0;
  for (let at = within.indexOf(what); at >= 0; at = within.indexOf(what, at + what.length)) count++;
  return count;
}

const before = (text: string, at: number): string | undefined => {
  const low = text.charCodeAt(at - 1);
  const from = low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1;
  return at > 0 ? String.fromCodePoint(text.codePointAt(Math.max(0, from)) ?? 0) : undefined;
};
const after = (text: string, at: number): string | undefined =>
  at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : undefined;
/** Python's `\b`: a word begins or ends here. */
const isEdge = (text: string, at: number): boolean =>
  isWord(before(text, at)) !== isWord(after(text, at));

/** Whether a word or phrase stands in a text with a word's edge on both sides, letter case aside. */
export function hasWord(text: string, word: string): boolean {
  const [within, what] = [text.toLowerCase(), word.toLowerCase()];
  for (let at = within.indexOf(what); at >= 0; at = within.indexOf(what, at + 1))
    if (isEdge(within, at) && isEdge(within, at + what.length)) return true;
  return false;
}
