import type { Language } from '../document.ts';

// How people are compared and conditions told. Slots: {a} {b} {who} names, {m} a degree, {what} a thing.

// Each row: more, most and least, of a man and of a woman where the language tells them apart.
export const orders = {
  en: [
    ['taller', 'tallest', 'shortest'],
    ['older', 'oldest', 'youngest'],
    ['faster', 'fastest', 'slowest'],
    ['stronger', 'strongest', 'weakest'],
  ].map(([than = '', most = '', least = '']) => ({
    than: [than, than],
    most: [`the ${most}`, `the ${most}`],
    least: [`the ${least}`, `the ${least}`],
  })),
  es: [
    ['alto', 'alta', 'bajo', 'baja'],
    ['viejo', 'vieja', 'joven', 'joven'],
    ['rápido', 'rápida', 'lento', 'lenta'],
    ['fuerte', 'fuerte', 'débil', 'débil'],
  ].map(([high, highWoman, low, lowWoman]) => ({
    than: [`más ${high}`, `más ${highWoman}`],
    most: [`el más ${high}`, `la más ${highWoman}`],
    least: [`el más ${low}`, `la más ${lowWoman}`],
  })),
  fr: [
    ['grand', 'grande', 'petit', 'petite'],
    ['vieux', 'vieille', 'jeune', 'jeune'],
    ['rapide', 'rapide', 'lent', 'lente'],
    ['fort', 'forte', 'faible', 'faible'],
  ].map(([high, highWoman, low, lowWoman]) => ({
    than: [`plus ${high}`, `plus ${highWoman}`],
    most: [`le plus ${high}`, `la plus ${highWoman}`],
    least: [`le plus ${low}`, `la plus ${lowWoman}`],
  })),
} satisfies Record<Language, Record<'than' | 'most' | 'least', string[]>[]>;

export const orderLines = {
  en: {
    fact: '{a} is {m} than {b}.',
    asks: ['Who is {m}?', 'Which of them is {m}?', 'Name {m}.'],
    again: 'And who is {m}?',
    tell: '{a} is {m}.',
  },
  es: {
    fact: '{a} es {m} que {b}.',
    asks: ['¿Quién es {m}?', 'Di quién es {m}.', '¿Sabes quién es {m}?', 'Dime quién es {m}.'],
    again: '¿Y quién es {m}?',
    tell: '{a} es {m}.',
  },
  fr: {
    fact: '{a} est {m} que {b}.',
    asks: ['Qui est {m} ?', 'Dis qui est {m}.', 'Sais-tu qui est {m} ?', 'Dis-moi qui est {m}.'],
    again: 'Et qui est {m} ?',
    tell: '{a} est {m}.',
  },
} as const;

export const weather = {
  en: [
    ['it rains', 'an umbrella'],
    ['it snows', 'a sled'],
    ['it is sunny', 'a hat'],
    ['it is cold', 'a coat'],
    ['it is dark', 'a lamp'],
    ['it is hot', 'some water'],
  ],
  es: [
    ['llueve', 'un paraguas'],
    ['nieva', 'un trineo'],
    ['hace sol', 'un sombrero'],
    ['hace frío', 'un abrigo'],
    ['está oscuro', 'una lámpara'],
    ['hace calor', 'agua'],
  ],
  fr: [
    ['il pleut', 'un parapluie'],
    ['il neige', 'une luge'],
    ['il fait beau', 'un chapeau'],
    ['il fait froid', 'un manteau'],
    ['il fait nuit', 'une lampe'],
    ['il fait chaud', "de l'eau"],
  ],
} as const;

export const conditions = {
  en: {
    asks: [
      'If {when}, {who} takes {what}. Today {when}. What does {who} take?',
      '{who} takes {what} when {when}. Now {when}. What will {who} take?',
    ],
    tell: '{who} takes {what}.',
    more: 'That is because {when}.',
  },
  es: {
    asks: [
      'Si {when}, {who} lleva {what}. Hoy {when}. ¿Qué lleva {who}?',
      '{who} lleva {what} cuando {when}. Ahora {when}. ¿Qué lleva {who}?',
      'Cuando {when}, {who} lleva {what}. Hoy {when}. Di qué lleva {who}.',
      '{who} lleva {what} si {when}. Y hoy {when}. ¿Qué lleva {who} hoy?',
    ],
    tell: '{who} lleva {what}.',
    more: 'Es porque {when}.',
  },
  fr: {
    asks: [
      "Quand {when}, {who} prend {what}. Aujourd'hui {when}. Que prend {who} ?",
      '{who} prend {what} quand {when}. Maintenant {when}. Que prend {who} ?',
      "Quand {when}, {who} prend {what}. Aujourd'hui {when}. Dis ce que prend {who}.",
      '{who} prend {what} quand {when}. Et voilà : {when}. Que prend {who} ?',
    ],
    tell: '{who} prend {what}.',
    more: "C'est parce qu'{when}.",
  },
} as const;
