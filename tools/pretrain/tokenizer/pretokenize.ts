/**
 * Where a text is cut before merges are applied; no token crosses a cut. Every character belongs to
 * exactly one piece. In order: a word with the space before it; one digit with the space before it
 * (so numbers are read digit by digit); a run of backticks (so that fences are always the same
 * token); other signs; newlines; spaces, the last of a run left to the word that follows.
 * Written so that JavaScript and Oniguruma (the Rust library) read it alike.
 */
export const pattern =
  ' ?[\\p{L}\\p{M}]+| ?\\p{N}|`+| ?[^\\s\\p{L}\\p{M}\\p{N}`]+|\\n+|[^\\S\\n]+(?!\\S)|[^\\S\\n]';

const compiled = new RegExp(pattern, 'gu');

/** Cuts a text into pieces whose concatenation is the text. */
export function pieces(text: string): string[] {
  return text.match(compiled) ?? [];
}
