import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { groups, homes, kind } from '../words/names-of-kinds.ts';
import { indefinite } from '../words/nouns.ts';
import { isMass, things } from '../words/things.ts';
import type { Item, Task } from './task.ts';

const asks = {
  en: [
    'What is {a}?',
    'Tell me about {a}.',
    'Describe {a}.',
    'Explain what {a} is.',
    'What do you know about {a}?',
    'Give me a fact about {a}.',
    'Write a short text about {a}.',
  ],
  es: ['¿Qué es {a}?', 'Describe {a}.', 'Explica qué es {a}.', 'Di algo de {a}.'],
  fr: ["Qu'est-ce qu'{a} ?", 'Décris {a}.', "Explique ce qu'est {a}.", 'Parle-moi de {a}.'],
} as const;

function animal(scene: Scene): Item {
  const { random, language: l } = scene;
  const it = random.pick(animals);
  const group = kind(groups, it.group, l);
  const home = kind(homes, it.home, l);
  const a = indefinite(it, l);
  const [short, full, more] = {
    en: [
      `a ${it.colour} ${group}`,
      `${a} is a ${it.colour} ${group} with ${it.legs === '0' ? 'no' : it.legs} legs.`,
      `It lives ${home}.`,
    ],
    es: [
      group,
      `${a} es un tipo de ${group} ${it.legs === '0' ? 'sin' : `con ${it.legs}`} patas.`,
      `Vive ${home}.`,
    ],
    fr: [
      group,
      `${a} est un type ${/^[aeiou]/.test(group) ? "d'" : 'de '}${group} ${it.legs === '0' ? 'sans' : `avec ${it.legs}`} pattes.`,
      `Il vit ${home}.`.replace('Il', it.fr.endsWith(' f') ? 'Elle' : 'Il'),
    ],
  }[l] as [string, string, string];
  return {
    task: 'describe',
    query: fill(wording(scene, asks[l]), { a }),
    short: contract(short, l),
    full: capitalise(contract(full, l)),
    more,
    next: () => animal(scene),
  };
}

const solid = things.filter((it) => !['-', 'weather', 'star'].includes(it.group));
const uncounted = new Set(['drink', 'clothing', 'furniture', 'food']);

function thing(scene: Scene): Item {
  const { random } = scene;
  const it = random.pick(solid);
  const a = isMass(it) ? it.en : withArticle(it.en);
  const group = uncounted.has(it.group) ? `a kind of ${it.group}` : withArticle(it.group);
  const tells = [
    it.material === '-' ? '' : `It is made of ${it.material}.`,
    it.use === '-' ? '' : `We use it ${it.use}.`,
    it.material === '-' ? `It is often ${it.colour}.` : '',
  ].filter((text) => text !== '');
  return {
    task: 'describe',
    query: fill(wording(scene, asks.en), { a }),
    short: group,
    full: capitalise(`${a} is ${group}. ${tells[0]}`),
    ...(tells[1] && { more: tells[1] }),
    next: () => thing(scene),
  };
}

export const describingTasks: readonly Task[] = [
  { name: 'describe', kind: 'stem', weight: 2, languages: ['en', 'es', 'fr'], draw: animal },
  { name: 'describe a thing', kind: 'stem', weight: 1, languages: ['en'], draw: thing },
];
