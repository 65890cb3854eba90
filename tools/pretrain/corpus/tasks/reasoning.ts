import { languages, type Language } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill } from '../text.ts';
import { name, nouns, someNames } from '../words/index.ts';
import { indefinite, isFeminine, word, type Noun } from '../words/nouns.ts';
import { isWoman } from '../words/people.ts';
import { orders, orderLines, weather, conditions } from './reasoning-data.ts';
import type { Item, Task } from './task.ts';

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
  { name: 'transitive', kind: 'reasoning', weight: 3, languages, draw: transitive },
  { name: 'condition', kind: 'reasoning', weight: 2, languages, draw: condition },
  { name: 'compare', kind: 'reasoning', weight: 3, languages, draw: compare },
];
