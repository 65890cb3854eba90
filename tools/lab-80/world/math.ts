import { numbers } from '../../pretrain/corpus/words/calendar.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

/** A number as digits or as a word, whichever an answer uses. */
const either = (n: number, l: 'en' | 'es' | 'fr'): string => {
  const said = numbers[l][n];
  // "un" and "once" are other words too
  return said && n > 1 && said !== 'once' ? `${n}|${said}` : String(n);
};
const numbered =
  (v: number, slots: Record<string, number | string>, wrong: readonly number[] = []): Tell =>
  (l) => ({
    slots: { ...slots, v },
    check: words([either(v, l)], wrong.map(String)),
    short: String(v),
  });
const sum = (a: number, b: number): Tell => numbered(a + b, { a, b, k: `${a} + ${b}` });
const inWords =
  (n: number): Tell =>
  (l) => {
    const v = numbers[l][n] as string;
    return { slots: { k: n, v }, check: words([v]), short: v };
  };

/** Small numbers. */
export const math: readonly WorldSpec[] = [
  {
    id: 'sum',
    category: 'math',
    ask: {
      en: ['If I add {a} and {b}, what do I get?', 'Put {a} and {b} together: how many is that?'],
      es: ['Si sumo {a} y {b}, ¿qué me da?', 'Junta {a} y {b}: ¿cuántos son?'],
      fr: [
        "Si j'ajoute {a} et {b}, que vais-je trouver ?",
        'Mets {a} et {b} ensemble : combien est-ce ?',
      ],
    },
    tell: { en: '{a} plus {b} is {v}.', es: '{a} más {b} es {v}.', fr: '{a} plus {b} fait {v}.' },
    again: {
      en: 'And if I add {a} and {b}?',
      es: '¿Y si sumo {a} y {b}?',
      fr: "Et si j'ajoute {a} et {b} ?",
    },
    second: 'another',
    facts: { dev: [sum(3, 5), sum(4, 6)], test: [sum(7, 9), sum(5, 8)] },
  },
  {
    id: 'story',
    category: 'math',
    ask: {
      en: [
        'Eva has 6 apples and finds 3 more. How many apples does she own?',
        'Omar had 9 eggs, but 4 fell down. How many eggs are whole?',
      ],
      es: [
        'Eva tiene 6 manzanas y encuentra 3 más. ¿Cuántas manzanas son en total?',
        'Omar tenía 9 huevos, pero 4 se cayeron. ¿Cuántos huevos quedan enteros?',
      ],
      fr: [
        'Eva a 6 pommes et en trouve 3. Combien de pommes a-t-elle en tout ?',
        'Omar avait 9 œufs, mais 4 sont tombés. Combien sont encore entiers ?',
      ],
    },
    tell: { en: 'The number is {v}.', es: 'El número es {v}.', fr: 'Le nombre est {v}.' },
    second: 'short',
    facts: { dev: [numbered(9, {}, [3, 6])], test: [numbered(5, {}, [4, 9])] },
  },
  {
    id: 'neighbour',
    category: 'math',
    ask: {
      en: ['Which number do I say after {k}?', 'When I count, what follows {k}?'],
      es: ['¿Qué número digo después de {k}?', 'Cuando cuento, ¿qué sigue a {k}?'],
      fr: ['Quel nombre faut-il dire après {k} ?', 'Quand je compte, que vient après {k} ?'],
    },
    tell: {
      en: 'The number after {k} is {v}.',
      es: 'El número después de {k} es {v}.',
      fr: 'Le nombre après {k} est {v}.',
    },
    second: 'another',
    facts: {
      dev: [numbered(18, { k: 17 }), numbered(30, { k: 29 })],
      test: [numbered(14, { k: 13 }), numbered(41, { k: 40 })],
    },
  },
  {
    id: 'in-words',
    category: 'math',
    ask: {
      en: ['How would you say {k} without digits?', 'Please put {k} into words.'],
      es: ['¿Cómo se dice {k} sin cifras?', 'Por favor, pon {k} en palabras.'],
      fr: ['Comment dire {k} sans chiffres ?', "Mets {k} en mots, s'il te plaît."],
    },
    tell: {
      en: 'In words it is {v}.',
      es: 'En palabras es {v}.',
      fr: 'En mots, il faut dire {v}.',
    },
    second: 'capitals',
    facts: { dev: [inWords(15)], test: [inWords(12)] },
  },
  {
    id: 'pattern',
    category: 'math',
    ask: {
      en: ['Go on with one more number: {k}.', 'Which number should stand after {k}?'],
      es: ['Sigue con un número más: {k}.', '¿Qué número debe ir después de {k}?'],
      fr: ['Continue avec un nombre de plus : {k}.', 'Quel nombre doit venir après {k} ?'],
    },
    tell: {
      en: 'The next number is {v}.',
      es: 'El siguiente número es {v}.',
      fr: 'Le nombre suivant est {v}.',
    },
    again: {
      en: 'And the one right after that?',
      es: '¿Y el que va justo después?',
      fr: 'Et celui juste après ?',
    },
    second: 'another',
    facts: {
      dev: [numbered(10, { k: '2, 4, 6, 8' }), numbered(12, {})],
      test: [numbered(25, { k: '5, 10, 15, 20' }), numbered(30, {})],
    },
  },
];
