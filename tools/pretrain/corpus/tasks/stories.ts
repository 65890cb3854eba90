import { wording, type Scene } from '../scene.ts';
import { fill, withArticle } from '../text.ts';
import { animals } from '../words/animals.ts';
import { someNames } from '../words/index.ts';
import type { Noun } from '../words/nouns.ts';
import { adjectives, at, deeds, places, possessions } from '../words/people.ts';
import { beginnings, endings, middles } from './story-data.ts';
import type { Item, Task } from './task.ts';

/** A story of three to five sentences about two animals. */
export function storyOf(scene: Scene, a: Noun, b: Noun): string {
  const { random } = scene;
  const [who = '', other = ''] = someNames(scene, 2);
  const place = random.pick(places);
  const slots = {
    a: withArticle(a.en),
    b: withArticle(b.en),
    x: a.en,
    y: b.en,
    who,
    other,
    place,
    at: at(place),
    adjective: random.pick(adjectives),
    deed: random.pick(deeds),
    o: random.pick(possessions),
  };
  const told = [
    random.pick(beginnings),
    ...random.sample(middles, random.integer(1, 3)),
    random.pick(endings),
  ];
  return told.map((sentence) => fill(sentence, slots)).join(' ');
}

const asksForTwo = [
  'Write a story about {a} and {b}.',
  'Tell a short story with {a} and {b}.',
  'Tell me a story about {a} and {b}.',
  'Write a short tale about {a} and {b}.',
];
const asksForOne = [
  'Write a story about {a}.',
  'Tell me a story about {a}.',
  'Tell a short story with {a}.',
  'Write a short tale about {a}.',
  'Tell me a story.',
];

function story(scene: Scene): Item {
  const [a, b] = scene.random.sample<Noun>(animals, 2) as [Noun, Noun];
  const asks = scene.random.chance(0.5) ? asksForTwo : asksForOne;
  const query = fill(wording(scene, asks), { a: withArticle(a.en), b: withArticle(b.en) });
  const text = storyOf(scene, a, b);
  return {
    task: 'story',
    query,
    short: text,
    full: text,
    next: () => {
      const c = scene.random.pick(animals);
      const other = storyOf(scene, c, a);
      return { task: 'story', query: `Now about ${withArticle(c.en)}.`, short: other, full: other };
    },
  };
}

export const storyTasks: readonly Task[] = [
  { name: 'story', kind: 'writing', weight: 2.5, languages: ['en'], draw: story },
];
