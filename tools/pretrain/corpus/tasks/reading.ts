import { wording, type Scene } from '../scene.ts';
import { fill, withArticle } from '../text.ts';
import { days } from '../words/calendar.ts';
import { countries } from '../words/countries.ts';
import { name, someNames } from '../words/index.ts';
import { animals } from '../words/animals.ts';
import { colours } from '../words/names-of-kinds.ts';
import { word } from '../words/nouns.ts';
import { adjectives, at, jobs, places } from '../words/people.ts';
import type { Item, Task } from './task.ts';

const fields = {
  en: ['Name', 'Age', 'City', 'Pet', 'Colour', 'Job'],
  es: ['Nombre', 'Edad', 'Ciudad', 'Animal', 'Color'],
  fr: ['Nom', 'Âge', 'Ville', 'Animal', 'Couleur'],
} as const;
const recordAsks = {
  en: [
    'What is the {f}?',
    'Find the {f}.',
    'Give the {f}.',
    'Extract the {f}.',
    'Which {f} is given?',
  ],
  es: ['¿Cuál es el dato {f}?', 'Busca el dato {f}.', 'Da el dato {f}.', 'Di el dato {f}.'],
  fr: [
    'Quelle est la valeur {f} ?',
    'Trouve la valeur {f}.',
    'Donne la valeur {f}.',
    'Dis la valeur {f}.',
  ],
} as const;
const recordTells = {
  en: 'The {f} is {v}.',
  es: 'El dato {f} es {v}.',
  fr: 'La valeur {f} est {v}.',
} as const;
const recordAgain = { en: 'And the {f}?', es: '¿Y {f}?', fr: 'Et {f} ?' } as const;

function record(scene: Scene): Item {
  const { random, language: l } = scene;
  const capital = random.pick(
    countries.filter((row) => row.capitalFr !== '-' && row.capitalEs !== '-'),
  );
  const colour = random.pick([...colours.values()]);
  const values = [
    name(scene),
    String(random.integer(3, 79)),
    capital[l === 'en' ? 'capital' : l === 'es' ? 'capitalEs' : 'capitalFr'],
    word(random.pick(animals), l),
    colour[l],
    random.pick(jobs).job,
  ];
  const used = random.sample(
    fields[l].map((_, i) => i),
    random.pick([3, 3, 4]),
  );
  const colon = l === 'fr' ? ' : ' : ': ';
  const text = `${used.map((i) => `${fields[l][i]}${colon}${values[i]}`).join(random.pick(['. ', '; ', ', ', '\n']))}.`;
  const say = (i: number, template: string): Item => {
    const slots = { f: (fields[l][i] as string).toLowerCase(), v: values[i] as string };
    return {
      task: 'record',
      query: fill(template, slots),
      short: slots.v,
      full: fill(recordTells[l], slots),
    };
  };
  const [asked, other] = random.sample(used, 2) as [number, number];
  const item = say(asked, wording(scene, recordAsks[l]));
  return {
    ...item,
    query: random.chance(0.7) ? `${text} ${item.query}` : `${item.query} ${text}`,
    next: () => say(other, recordAgain[l]),
  };
}

const events = {
  en: {
    text: [
      '{a} met {b} in {c} on {d}.',
      'On {d}, {a} saw {b} in {c}.',
      '{a} and {b} were in {c} on {d}.',
    ],
    who: ['Who was with {a}?', 'Which person was with {a}?'],
    where: ['Where were they?', 'In which city was that?', 'Name the city.'],
    when: ['When was that?', 'On which day was that?', 'Name the day.'],
    tell: ['{a} was with {b}.', 'They were in {c}.', 'It was on {d}.'],
  },
  es: {
    text: ['{a} vio a {b} en {c} el {d}.', 'El {d}, {a} estaba con {b} en {c}.'],
    who: [
      '¿Quién estaba con {a}?',
      '¿Con quién estaba {a}?',
      'Di quién estaba con {a}.',
      '¿Qué persona estaba con {a}?',
    ],
    where: ['¿Dónde estaban?', '¿En qué ciudad estaban?', 'Di la ciudad.', '¿Dónde fue eso?'],
    when: ['¿Cuándo fue?', '¿Qué día fue?', 'Di el día.', '¿En qué día fue eso?'],
    tell: ['{a} estaba con {b}.', 'Estaban en {c}.', 'Fue el {d}.'],
  },
  fr: {
    text: ['{a} a vu {b} {inCity} {d}.', '{d}, {a} était avec {b} {inCity}.'],
    who: [
      'Qui était avec {a} ?',
      'Avec qui était {a} ?',
      'Dis qui était avec {a}.',
      'Quelle personne était avec {a} ?',
    ],
    where: ['Où était-ce ?', 'Dans quelle ville était-ce ?', 'Donne la ville.', "C'était où ?"],
    when: ['Quand était-ce ?', 'Quel jour était-ce ?', 'Donne le jour.', "C'était quand ?"],
    tell: ['{a} était avec {b}.', "C'était {inCity}.", "C'était {d}."],
  },
} as const;

function event(scene: Scene): Item {
  const { random, language: l } = scene;
  const [a = '', b = ''] = someNames(scene, 2);
  const capital = random.pick(
    countries.filter((row) => row.capitalFr !== '-' && row.capitalEs !== '-'),
  );
  const c = l === 'en' ? capital.capital : l === 'es' ? capital.capitalEs : capital.capitalFr;
  const inCity = c.startsWith('Le ') ? `au ${c.slice(3)}` : `à ${c}`; // French only
  const slots = { a, b, c, inCity, d: random.pick(days[l]) };
  const data = events[l];
  const ask = [data.who, data.where, data.when] as const;
  const values = [b, c, slots.d];
  const say = (i: number, query: string): Item => ({
    task: 'event',
    query,
    short: values[i] as string,
    full: fill(data.tell[i] as string, slots),
  });
  const [first = 0, second = 1] = random.sample([0, 1, 2], 2);
  const question = (i: number): string => fill(wording(scene, ask[i] ?? data.who), slots);
  const text = fill(random.pick<string>(data.text), slots);
  return {
    ...say(first, `${text.charAt(0).toUpperCase()}${text.slice(1)} ${question(first)}`),
    next: () => say(second, question(second)),
  };
}

const locations = {
  en: {
    asks: ['Where is {who}?', 'In what place is {who}?', 'Tell me where {who} is.'],
    again: 'And where is {who}?',
    tell: '{who} is {where}.',
  },
  es: {
    asks: [
      '¿Dónde está {who}?',
      'Di dónde está {who}.',
      '¿En qué lugar está {who}?',
      '¿Sabes dónde está {who}?',
    ],
    again: '¿Y dónde está {who}?',
    tell: '{who} está {where}.',
  },
  fr: {
    asks: [
      'Où est {who} ?',
      'Dis où est {who}.',
      'Dans quel endroit est {who} ?',
      'Sais-tu où est {who} ?',
    ],
    again: 'Et où est {who} ?',
    tell: '{who} est {where}.',
  },
} as const;

function locate(scene: Scene): Item {
  const { random, language } = scene;
  const { asks, again, tell } = locations[language];
  const where = random.sample(places, 3).map((place) => at(place, language));
  const seen = someNames(scene, 3).map((who, i) => ({ who, where: where[i] as string }));
  const say = (one: (typeof seen)[number], query: string): Item => ({
    task: 'locate',
    query: fill(query, one),
    short: one.where,
    full: fill(tell, one),
  });
  const [asked, other] = random.sample(seen, 2) as [(typeof seen)[number], (typeof seen)[number]];
  const text = seen.map((one) => fill(tell, one)).join(' ');
  return {
    ...say(asked, `${text} ${wording(scene, asks)}`),
    next: () => say(other, again),
  };
}

function summary(scene: Scene): Item {
  const { random } = scene;
  const noun = random.pick(animals);
  const who = name(scene);
  const place = random.pick(places);
  const text = `${who} went to the ${place}. There was a ${random.pick(adjectives)} ${noun.en} there. ${who} gave it some ${noun.food === '-' ? 'food' : noun.food}. The ${noun.en} was happy.`;
  const full = `${who} fed ${withArticle(noun.en)} ${at(place)}.`;
  return {
    task: 'summary',
    query: `${wording(scene, ['Sum this up in one sentence:', 'Summarize:', 'Make this shorter:', 'What is this text about?'])} ${text}`,
    short: full,
    full,
  };
}

export const readingTasks: readonly Task[] = [
  { name: 'record', kind: 'extraction', weight: 4, languages: ['en', 'es', 'fr'], draw: record },
  { name: 'event', kind: 'extraction', weight: 3, languages: ['en', 'es', 'fr'], draw: event },
  { name: 'locate', kind: 'extraction', weight: 2.5, languages: ['en', 'es', 'fr'], draw: locate },
  { name: 'summary', kind: 'extraction', weight: 0.5, languages: ['en'], draw: summary },
];
