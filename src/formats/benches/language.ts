const code = /^([a-z]{2})(?![a-z])/i;
const suffix = /_([A-Z]{2})$/;

/**
 * The language that a record tells: a field with a code ("es", "es-MX"), or an id that ends with one
 * ("81_ES"); null where it tells none.
 */
export function languageOf(
  told: {
    readonly lang?: string | null | undefined;
    readonly language?: string | null | undefined;
  },
  id: string,
): string | null {
  const field = code.exec(told.lang ?? told.language ?? '')?.[1];
  return (field ?? suffix.exec(id)?.[1])?.toLowerCase() ?? null;
}

/** The one language of all; null where they differ or do not tell. */
export function sharedLanguage(languages: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(languages);
  return others.length === 0 ? first : null;
}
