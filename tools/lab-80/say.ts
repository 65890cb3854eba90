import { capitalise, contract, fill } from '../pretrain/corpus/text.ts';
import type { BenchLanguage } from '../../src/scoring/lab-80/schema.ts';

/** "de el" is "del" and "a el" is "al"; the letter before may have an accent ("día el" stays). */
const spanish = (text: string): string =>
  text
    .replace(/(?<!\p{L})([Dd])e el (?=\p{L})/gu, '$1el ')
    .replace(/(?<!\p{L})([Aa]) el (?=\p{L})/gu, '$1l ');

/** A template filled, contracted as the language does ("de el" is "del") and with a large first letter. */
export function say(
  template: string,
  slots: Readonly<Record<string, string | number>>,
  language: BenchLanguage,
): string {
  const filled = fill(template, slots);
  return capitalise(language === 'es' ? spanish(filled) : contract(filled, language));
}

/** One text for each language. */
export type InLanguages<T = string> = Readonly<Record<BenchLanguage, T>>;

/** Which half of the bench an item belongs to. */
export type Half = 'dev' | 'test';
export const halves = ['dev', 'test'] as const satisfies readonly Half[];
