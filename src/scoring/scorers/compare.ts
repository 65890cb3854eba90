/** Whether letter case counts when an answer is compared with the reference. */
export interface Comparing {
  readonly caseSensitive: boolean;
}

/**
 * A text as it is compared: Unicode's compatibility forms (NFKC) are one, white space is one blank, ends are
 * trimmed. Without letter case, "Straße" is "STRASSE": small letters, then capitals, fold all that
 * Unicode's full case folding does (and the dotless ı as well).
 */
export function comparable(text: string, { caseSensitive }: Comparing): string {
  const composed = text.normalize('NFKC');
  const folded = caseSensitive ? composed : composed.toLowerCase().toUpperCase().normalize('NFKC');
  return folded.replace(/\s+/gu, ' ').trim();
}

/** The reference to compare with, or why there is none. */
export function comparableReference(
  reference: string | null,
  comparing: Comparing,
): { readonly text: string } | { readonly error: string } {
  if (reference === null) return { error: 'The question has no reference answer.' };
  const text = comparable(reference, comparing);
  return text === '' ? { error: 'The reference answer is empty.' } : { text };
}
