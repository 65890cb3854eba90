/** How something is asked and told in one language. */
export interface Texts {
  /** The last is kept for the bench's own question; the others are for demonstrations. */
  asks: readonly string[];
  tells: readonly string[];
}

/**
 * Reads blocks of lines: "#" the theme's id, "?" a way to ask, "+" a way to tell. Throws an Error that
 * names the line which is none of these, and the theme that lacks questions.
 */
export function readTexts(text: string): ReadonlyMap<string, Texts> {
  const themes = new Map<string, { asks: string[]; tells: string[] }>();
  let current: { asks: string[]; tells: string[] } | undefined;
  for (const line of text.split('\n').filter((it) => it !== '')) {
    const [sign, rest] = [line.slice(0, 2), line.slice(2)];
    if (sign === '# ') themes.set(rest, (current = { asks: [], tells: [] }));
    else if (sign === '? ' && current) current.asks.push(rest);
    else if (sign === '+ ' && current) current.tells.push(rest);
    else throw new Error(`Neither theme, question nor telling: "${line}"`);
  }
  for (const [id, { asks }] of themes)
    if (asks.length < 2) throw new Error(`Theme "${id}" has fewer than two questions`);
  return themes;
}

/** The texts of one theme; throws an Error that names it when it is missing. */
export function textsOf(themes: ReadonlyMap<string, Texts>, id: string): Texts {
  const texts = themes.get(id);
  if (!texts) throw new Error(`No texts for the theme "${id}"`);
  return texts;
}
