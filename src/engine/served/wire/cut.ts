import type { ServedToken } from '../types.ts';

/** Where a text ends by its stop strings, and by which; servers take a few of them, and some none. */
export function stopIn(text: string, stop: readonly string[]): { at: number; by: string } | null {
  let found: { at: number; by: string } | null = null;
  for (const by of stop) {
    const at = text.indexOf(by);
    if (at >= 0 && (found === null || at < found.at)) found = { at, by };
  }
  return found;
}

/** The tokens that have a part in the first characters of their text. */
export function tokensWithin(tokens: readonly ServedToken[], characters: number): ServedToken[] {
  let begun = 0;
  return tokens.filter(({ text }) => {
    const within = begun < characters;
    begun += text.length;
    return within;
  });
}
