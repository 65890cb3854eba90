import { languages } from '../document.ts';
import { wording, type Scene } from '../scene.ts';
import { capitalise, contract, fill } from '../text.ts';
import { animals } from '../words/animals.ts';
import { someNames } from '../words/index.ts';
import { definite, indefinite, word, type Noun } from '../words/nouns.ts';
import { adjectives, at, belongings, deeds, places } from '../words/people.ts';
import { pieces, storyAsks } from './story-data.ts';
import type { Item, Task } from './task.ts';

/** A story of three to five sentences about two animals, in the scene's language. */
export function storyOf(scene: Scene, a: Noun, b: Noun): string {
  const { random, language: l } = scene;
  const [who = '', other = ''] = someNames(scene, 2);
  const place = random.pick(places);
  const thing = random.pick(belongings);
  const slots = {
    a: indefinite(a, l),
    b: indefinite(b, l),
    x: word(a, l),
    y: word(b, l),
    the: definite(a, l),
    theOther: definite(b, l),
    who,
    other,
    place,
    at: at(place, l),
    adjective: random.pick(adjectives),
    deed: random.pick(deeds),
    o: l === 'en' ? thing.en : indefinite(thing, l),
  };
  const { beginnings, middles, endings } = pieces[l];
  const told = [
    random.pick(beginnings),
    ...random.sample(middles, random.integer(1, 3)),
    random.pick(endings),
  ];
  return told.map((sentence) => capitalise(contract(fill(sentence, slots), l))).join(' ');
}

function story(scene: Scene): Item {
  const { random, language: l } = scene;
  const [a, b] = random.sample<Noun>(animals, 2) as [Noun, Noun];
  const asks = storyAsks[l];
  const ask = wording(scene, random.chance(0.5) ? asks.two : asks.one);
  const text = storyOf(scene, a, b);
  return {
    task: 'story',
    query: fill(ask, { a: indefinite(a, l), b: indefinite(b, l) }),
    short: text,
    full: text,
    next: () => {
      const c = random.pick(animals);
      const other = storyOf(scene, c, a);
      const query = fill(asks.again, { a: indefinite(c, l) });
      return { task: 'story', query, short: other, full: other };
    },
  };
}

export const storyTasks: readonly Task[] = [
  { name: 'story', kind: 'writing', weight: 1, languages, draw: story },
];
