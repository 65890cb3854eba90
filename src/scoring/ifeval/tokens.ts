import { pieces } from './text.ts';

/** Marks that stand as words of their own; hyphens, slashes and full stops within a word do not. */
const marks = /[;@#$%&*?!"“”‘’«»„`()[\]{}<>]|--+|\.{2,}|[:,](?!\p{Nd})/gu;
/** Where English joins two words: DON|'T is split before the n, as DO|N'T. */
const joined = /(?<=.)(?:n't|'(?:s|m|d|ll|re|ve))$/i;
const together = /^(can)(not)$|^(gim|lem)(me)$|^(gon|wan)(na)$|^(got)(ta)$/i;

/**
 * Words as the Penn Treebank writes them, so far as it matters to those in capitals: "IT'S" are two, "CAN'T" and
 * "CANNOT" too, "WELL-KNOWN" and "AND/OR" one.
 */
export function treebankTokens(text: string): string[] {
  return pieces(text.replace(marks, ' $& ')).flatMap((piece) => {
    const word = piece.replace(/\.$/, '');
    const tail = joined.exec(word)?.[0];
    if (tail !== undefined) return [word.slice(0, -tail.length), tail];
    const parts = together.exec(word)?.slice(1).filter(Boolean);
    return parts ?? [piece];
  });
}

/** Words with what a hyphen or an apostrophe joins to them; combining marks belong to their letters. */
export const hyphenatedWords = (text: string): string[] =>
  text.match(/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:['’-][\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*/gu) ?? [];
