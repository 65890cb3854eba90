import { languages, type Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill } from '../text.ts';
import { name, nouns, someNames } from '../words/index.ts';
import { indefinite, isFeminine, word, type Noun } from '../words/nouns.ts';
import { isWoman } from '../words/people.ts';
import type { Item, Task } from './task.ts';

// Each row: more, most and least, of a man and of a woman where the language tells them apart.
const orders = {
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
const orderLines = {
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

function transitive(scene: Scene): Item {
  const { random, language } = scene;
  const [a = '', b = '', c = ''] = someNames(scene, 3);
  const order = random.pick<(typeof orders)['en'][number]>(orders[language]);
  const lines = orderLines[language];
  // Asked of all three: the men's form, which Spanish and French use for a mixed company too.
  const company = [a, b, c].every(isWoman) ? 1 : 0;
  const form = (forms: string[], who: number): string => forms[who] as string;
  const fact = (who: string, other: string): string =>
    contract(
      fill(lines.fact, { a: who, b: other, m: form(order.than, isWoman(who) ? 1 : 0) }),
      language,
    );
  const facts = [fact(a, b), fact(b, c)];
  const say = (top: boolean, ask: string): Item => {
    const who = top ? a : c;
    const forms = top ? order.most : order.least;
    return {
      task: 'transitive',
      query: fill(ask, { m: form(forms, company) }),
      short: who,
      full: fill(lines.tell, { a: who, m: form(forms, isWoman(who) ? 1 : 0) }),
    };
  };
  const wantMost = random.chance(0.6);
  const told = (random.chance(0.3) ? facts.reverse() : facts).join(' ');
  return {
    ...say(wantMost, `${told} ${wording(scene, lines.asks)}`),
    next: () => say(!wantMost, lines.again),
  };
}

const weather = {
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
const conditions = {
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
const carried = nouns.filter(({ group }) => ['tool', 'toy', 'clothing'].includes(group));

function condition(scene: Scene): Item {
  const { random, language } = scene;
  const { asks, tell, more } = conditions[language];
  const [when, usual] = random.pick<readonly [string, string]>(weather[language]);
  const what = random.chance(0.4) ? usual : indefinite(random.pick(carried), language);
  const slots = { when, what, who: name(scene) };
  return {
    task: 'condition',
    query: fill(wording(scene, asks), slots),
    short: what,
    full: fill(tell, slots),
    more: fill(more, slots),
  };
}

const sizeAsks = {
  en: ['Which is {m}, {a} or {b}?', 'What is {m}: {a} or {b}?', 'Is {a} or {b} {m}?'],
  es: [
    '¿Qué es {m}, {a} o {b}?',
    'Di qué es {m}: {a} o {b}.',
    '¿Qué es {m}: {a} o {b}?',
    'Entre {a} y {b}, ¿qué es {m}?',
  ],
  fr: [
    'Qui est {m}, {a} ou {b} ?',
    'Dis qui est {m} : {a} ou {b}.',
    'Qui est {m} : {a} ou {b} ?',
    'Entre {a} et {b}, qui est {m} ?',
  ],
} as const;
const degrees = {
  en: ['bigger', 'smaller'],
  es: ['más grande', 'más pequeño'],
  fr: ['plus grand', 'plus petit'],
} as const;

const verbs = { en: 'is', es: 'es', fr: 'est' } as const;
const agree = (degree: string, noun: Noun, l: Language): string => {
  if (l === 'en' || !isFeminine(noun, l)) return degree;
  return l === 'fr' ? `${degree}e` : degree.replace(/o$/, 'a');
};

const sized = nouns.filter((noun) => noun.size !== '-' && !['star', '-'].includes(noun.group));

function compare(scene: Scene): Item {
  const { random, language: l } = scene;
  let [a, b] = random.sample(sized, 2) as [(typeof sized)[0], (typeof sized)[0]];
  while (Math.abs(Number(a.size) - Number(b.size)) < 15)
    [a, b] = random.sample(sized, 2) as [typeof a, typeof b];
  const bigger = random.chance(0.6);
  const winner = Number(a.size) > Number(b.size) === bigger ? a : b;
  const m = degrees[l][bigger ? 0 : 1] as string;
  return {
    task: 'compare',
    query: fill(wording(scene, sizeAsks[l]), { m, a: indefinite(a, l), b: indefinite(b, l) }),
    short: word(winner, l),
    full: capitalise(`${indefinite(winner, l)} ${verbs[l]} ${agree(m, winner, l)}.`),
    next: () => compare(scene),
  };
}

export const reasoningTasks: readonly Task[] = [
  { name: 'transitive', kind: 'reasoning', weight: 2, languages, draw: transitive },
  { name: 'condition', kind: 'reasoning', weight: 1.5, languages, draw: condition },
  { name: 'compare', kind: 'reasoning', weight: 3, languages, draw: compare },
];
