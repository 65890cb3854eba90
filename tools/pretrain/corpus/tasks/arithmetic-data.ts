import type { Language } from '../document.ts';
import { frenchOf, isFeminine, word, type Noun } from '../words/nouns.ts';
import { pluralOf } from '../words/plurals.ts';

/** The slots that many of a thing fill: {os} the plural, {of} with French "de", {how} Spanish "how many". */
export function manyOf(noun: Noun, language: Language): Record<'os' | 'of' | 'how', string> {
  const os = pluralOf(word(noun, language), language);
  return {
    os,
    of: language === 'fr' ? frenchOf(os) : os,
    how: language === 'es' && isFeminine(noun, 'es') ? 'Cuántas' : 'Cuántos',
  };
}

/** Little tales of counting. Slots: {a} {b} {c} numbers, {name} {other} people, and those of `manyOf`. */
export const problems = {
  en: {
    more: [
      '{name} has {a} {os} and gets {b} more. How many {os} does {name} have now?',
      '{name} has {a} {os}. {other} gives {name} {b} more. How many {os} are there now?',
      'There are {a} {os} on the table. {name} puts {b} more there. How many {os} are on the table?',
    ],
    less: [
      '{name} has {a} {os} and loses {b}. How many {os} are left?',
      '{name} has {a} {os} and gives {b} to {other}. How many {os} does {name} still have?',
      '{name} buys {a} {os} and breaks {b}. How many {os} are left?',
    ],
    tell: 'The number of {os} is {c}, because {a} {sign} {b} is {c}.',
    again: 'And if there are {b} more after that?',
    tellAgain: 'Then the number of {os} is {c}, because {a} {sign} {b} is {c}.',
  },
  es: {
    more: [
      '{name} tiene {a} {os} y recibe {b} más. ¿{how} {os} tiene {name} ahora?',
      '{name} tiene {a} {os}. {other} le da {b} más. ¿{how} {os} tiene {name} ahora?',
      'Hay {a} {os} en la mesa. {name} pone {b} más. ¿{how} {os} hay en la mesa?',
      '{name} compra {a} {os} y luego {b} más. ¿{how} {os} tiene {name} en total?',
    ],
    less: [
      '{name} tiene {a} {os} y pierde {b}. ¿{how} {os} quedan?',
      '{name} tiene {a} {os} y da {b} a {other}. ¿{how} {os} tiene {name} ahora?',
      '{name} compra {a} {os} y rompe {b}. ¿{how} {os} quedan?',
      'Hay {a} {os} en la mesa. {name} quita {b}. ¿{how} {os} quedan en la mesa?',
    ],
    tell: 'El número de {os} es {c}, porque {a} {sign} {b} es {c}.',
    again: '¿Y si después hay {b} más?',
    tellAgain: 'Entonces el número de {os} es {c}, porque {a} {sign} {b} es {c}.',
  },
  fr: {
    more: [
      '{name} a {a} {os} et en reçoit encore {b}. Combien {of} a {name} maintenant ?',
      '{name} a {a} {os}. {other} lui en donne encore {b}. Combien {of} a {name} maintenant ?',
      'Il y a {a} {os} sur la table. {name} en ajoute {b}. Combien {of} y a-t-il sur la table ?',
      '{name} achète {a} {os} puis encore {b}. Combien {of} a {name} en tout ?',
    ],
    less: [
      '{name} a {a} {os} et en perd {b}. Combien {of} reste-t-il ?',
      '{name} a {a} {os} et en donne {b} à {other}. Combien {of} a {name} maintenant ?',
      '{name} achète {a} {os} et en casse {b}. Combien {of} reste-t-il ?',
      'Il y a {a} {os} sur la table. {name} en prend {b}. Combien {of} reste-t-il sur la table ?',
    ],
    tell: 'Le nombre {of} est {c}, car {a} {sign} {b} fait {c}.',
    again: 'Et avec {b} de plus après cela ?',
    tellAgain: 'Alors le nombre {of} est {c}, car {a} {sign} {b} fait {c}.',
  },
} as const;
