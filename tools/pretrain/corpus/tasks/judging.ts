import { languages } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { nouns } from '../words/index.ts';
import { colours, frenchFeminine, groups, kind } from '../words/names-of-kinds.ts';
import { indefinite, nounSlots } from '../words/nouns.ts';
import { words } from '../words/table.ts';
import { feelings, sentiments, truthAsks, truthTells, abilities } from './judging-data.ts';
import type { Item, Task } from './task.ts';

const owned = nouns.filter((n) =>
  ['food', 'toy', 'tool', 'clothing', 'vehicle', 'furniture'].includes(n.group),
);

/** A sentence with a clear mood about a thing that one can own. */
export function moody(scene: Scene): { text: string; mood: 'positive' | 'negative' } {
  const { random, language } = scene;
  const mood = random.pick(['positive', 'negative'] as const);
  const slots = nounSlots(random.pick(owned), language);
  return { text: capitalise(fill(random.pick(feelings[language][mood]), slots)), mood };
}

function sentiment(scene: Scene): Item {
  const { text, mood } = moody(scene);
  const said = sentiments[scene.language];
  return {
    task: 'sentiment',
    query: fill(wording(scene, said.asks), { s: text }),
    short: said[mood],
    full: fill(said.tell, { v: said[mood] }),
  };
}

const yesNo = { en: ['yes', 'no'], es: ['sí', 'no'], fr: ['oui', 'non'] } as const;

const uncounted = new Set(['clothing', 'furniture', 'food']);

function truth(scene: Scene): Item {
  const { random, language: l } = scene;
  const yes = random.chance(0.5);
  const noun = random.pick(
    nouns.filter((n) => groups.has(n.group) && n.colour !== '-' && n.size !== '-'),
  );
  const byColour = random.chance(0.4);
  const rows = byColour ? colours : groups;
  const right = byColour ? noun.colour : noun.group;
  const claimed = yes ? right : random.pick([...rows.keys()].filter((key) => key !== right));
  const named = kind(rows, claimed, l);
  const v = {
    en: byColour || uncounted.has(claimed) ? named : withArticle(named),
    es: byColour ? `de color ${named}` : `un tipo de ${named}`,
    fr: byColour ? `de couleur ${frenchFeminine(named)}` : `un type de ${named}`,
  }[l];
  const slots = { a: indefinite(noun, l), v };
  const query = contract(fill(wording(scene, truthAsks[l]), slots), l);
  return {
    task: 'truth',
    query: capitalise(query),
    short: yesNo[l][yes ? 0 : 1],
    full: contract(fill(truthTells[l][yes ? 0 : 1], slots), l),
    next: () => truth(scene),
  };
}

const walkers = new Set(['penguin', 'hen']);
const fliers = new Set(['bee', 'butterfly']);
const swimmers = new Set(words('duck goose swan whale dolphin frog turtle penguin crocodile'));

function can(scene: Scene): Item {
  const { random, language: l } = scene;
  const said = abilities[l];
  const animal = random.pick(animals);
  const [deed, yes] = random.pick([
    ['fly', (animal.group === 'bird' && !walkers.has(animal.en)) || fliers.has(animal.en)],
    ['swim', animal.group === 'fish' || swimmers.has(animal.en)],
  ] as const);
  const slots = { a: indefinite(animal, l), d: said[deed] };
  return {
    task: 'can',
    query: contract(fill(wording(scene, said.asks), slots), l),
    short: yesNo[l][yes ? 0 : 1],
    full: fill(yes ? said.yes : said.no, slots),
    next: () => can(scene),
  };
}

export const judgingTasks: readonly Task[] = [
  { name: 'sentiment', kind: 'extraction', weight: 2, languages, draw: sentiment },
  { name: 'truth', kind: 'reasoning', weight: 1, languages, draw: truth },
  { name: 'can', kind: 'stem', weight: 0.7, languages, draw: can },
];
