import type { Language } from './document.ts';

/** First letter large. */
export const capitalise = (text: string): string =>
  text.replace(
    /^([^\p{L}\d]*)(\p{L})/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/** First letter small, for a sentence that continues another. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "a" or "an" before an English noun. */
export const withArticle = (noun: string): string =>
  `${/^[aeiou]/i.test(noun) && !/^(uni|eu|one)/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Mends what a template cannot know: "a owl" is "an owl", "de el" is "del", "de le" is "du". */
export function contract(text: string, language: Language): string {
  if (language === 'en') return text.replace(/\b([Aa]) (?=[aeiou])/g, '$1n ');
  if (language === 'es')
    return text
      .replace(/(?<!\p{L})([Dd])e el /gu, '$1el ')
      .replace(/(?<!\p{L})([Aa]) el /gu, '$1l ');
  if (language === 'fr')
    return text
      .replace(/\b([Dd])e le /g, '$1u ')
      .replace(/\b([Dd])e les /g, '$1es ')
      .replace(/(^|[^\p{L}])à le /gu, '$1au ')
      .replace(/(^|[^\p{L}])([DdQq]u?)e (?=[aeiouéèêâîôûhAEIOUÉ])/gu, "$1$2'");
  return text;
}

/** Puts values into `{slots}`. Throws when the template names a slot that is not given. */
export function fill(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`No slot {${name}} for "${template}"`);
    return String(value);
  });
}

const conjunction = { en: 'and', es: 'y', fr: 'et' } as const;

/** "a, b and c" in a language. */
export function enumerate(things: readonly string[], language: Language): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} ${conjunction[language]} ${things.at(-1)}`;
}
