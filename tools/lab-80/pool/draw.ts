import { Random } from '../../pretrain/corpus/random.ts';
import type { Scene } from '../../pretrain/corpus/scene.ts';
import { tasks } from '../../pretrain/corpus/tasks/index.ts';
import type { Item } from '../../pretrain/corpus/tasks/task.ts';
import {
  categories,
  type BenchLanguage,
  type PlainDemonstration,
} from '../../../src/scoring/lab-80/schema.ts';
import { sameness } from './taken.ts';

/** A demonstration of the pool with what its degraded twin is made from. */
export interface Drawn extends PlainDemonstration {
  task: string;
  short: string;
}

/** How many demonstrations a pool has, evenly over the categories where its tasks allow. */
export const poolSize = 2000;

// Honest ignorance, words said over and over and whole stories are no model answers to short questions.
const leftOut = new Set(['unknown', 'repeat', 'story', 'mail']);
const longest = { query: 160, answer: 110 };

// To the corpus a plum is a fruit and not "food": right by its tables, wrong to a reader.
const isDisputed = ({ task, query }: Item): boolean =>
  task === 'truth' && /food|comida|aliment/.test(query);

const isFit = (item: Item, category: string): boolean => {
  const { query, full } = item;
  return (
    !isDisputed(item) &&
    query.length <= longest.query &&
    full.length <= longest.answer &&
    (category === 'coding' || !full.includes('\n'))
  );
};

/**
 * Draws the pool of a language: tasks of the little world as training asks them, with full answers.
 * `isTaken` names what would give a question of the bench away. Throws an Error when a
 * category has no tasks.
 */
export function drawPool(
  language: BenchLanguage,
  isTaken: (query: string, answer: string) => boolean,
): Drawn[] {
  const drawn = new Map<string, Drawn>();
  const rest = [...categories];
  const perCategory = new Map<string, number>(categories.map((it) => [it, 0]));
  const random = new Random(`lab-80/pool/${language}`);
  const scene: Scene = { random, split: 'training', language, room: 900, most: 12 };
  // Categories in turn, so that the pool is even; one that gives nothing new any more drops out.
  for (let turn = 0; drawn.size < poolSize && rest.length > 0; turn++) {
    const category = rest[turn % rest.length] as (typeof rest)[number];
    const found = drawOne(
      category,
      scene,
      (query, answer) => drawn.has(sameness(query)) || isTaken(query, answer),
    );
    if (!found) {
      rest.splice(rest.indexOf(category), 1);
      continue;
    }
    drawn.set(sameness(found.query), found);
    perCategory.set(category, (perCategory.get(category) ?? 0) + 1);
  }
  for (const [category, count] of perCategory)
    if (count === 0) throw new Error(`No task of "${category}" in "${language}"`);
  return random.shuffle([...drawn.values()]);
}

const patience = 400;

function drawOne(
  category: PlainDemonstration['category'],
  scene: Scene,
  isTaken: (query: string, answer: string) => boolean,
): Drawn | undefined {
  const usable = tasks
    .filter((it) => it.kind === category && it.languages.includes(scene.language))
    .filter((it) => !leftOut.has(it.name))
    .map((it) => [it, it.weight] as const);
  if (usable.length === 0) return undefined;
  for (let tries = 0; tries < patience; tries++) {
    const item = scene.random.weighted(usable).draw(scene);
    const { task, query, short, full: answer } = item;
    if (!isFit(item, category) || isTaken(query, answer)) continue;
    return { query, answer, category, task, short };
  }
  return undefined;
}
