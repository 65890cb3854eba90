import { languages, type Language } from '../document.ts';
import { english } from './relations/english.ts';
import { french } from './relations/french.ts';
import type { Relation } from './relations/relation.ts';
import { spanish } from './relations/spanish.ts';

export type { Relation } from './relations/relation.ts';

const byLanguage: Record<Language, Record<string, Relation>> = {
  en: english,
  es: spanish,
  fr: french,
};
const names = new Set(languages.flatMap((language) => Object.keys(byLanguage[language])));

/** Every relation by name, in the languages that have it. */
export const relations: Record<string, Partial<Record<Language, Relation>>> = Object.fromEntries(
  [...names].map((name) => [
    name,
    Object.fromEntries(
      languages.flatMap((language) => {
        const relation = byLanguage[language][name];
        return relation ? [[language, relation] as const] : [];
      }),
    ),
  ]),
);
