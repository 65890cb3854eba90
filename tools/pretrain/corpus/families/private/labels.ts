import type { Scene } from '../../scene.ts';
import { anyWord, name, nouns } from '../../words/index.ts';
import { nonsense } from '../../words/nonsense.ts';
import { definite } from '../../words/nouns.ts';
import { say, type Ask } from './ask.ts';
import { labelFrames, labelNouns } from './data.ts';
import { distinct, thing } from './subjects.ts';

/** Draws a member of a known class: kinds of things first, then names and numbers. */
export const classes: readonly ((scene: Scene) => string)[] = [
  ...[
    'mammal',
    'bird',
    'insect',
    'fruit',
    'vegetable',
    'tool',
    'vehicle',
    'clothing',
    'furniture',
    'instrument',
    'food',
    'fish',
    'drink',
    'toy',
  ].map((group) => (scene: Scene) => {
    const members = nouns.filter((noun) => noun.group === group);
    return definite(scene.random.pick(members.length > 0 ? members : nouns), scene.language);
  }),
  name,
  (scene) => String(scene.random.integer(1, 9)),
  (scene) => String(scene.random.integer(50, 99)),
];

/** Two or three known classes, each under a label of the document's own. */
export function labels(scene: Scene): Ask {
  const { random, language } = scene;
  const frame = random.pick(labelFrames[language]);
  const r = random.pick(labelNouns[language]);
  const used = random.sample(classes, random.pick([2, 2, 3]));
  const named = distinct(used.length, () =>
    random.chance(0.5) ? anyWord(scene) : random.chance(0.5) ? nonsense(scene, 1) : thing(scene),
  );
  return (s, again) => {
    const i = s.random.integer(0, used.length - 1);
    const k = (used[i] as (scene: Scene) => string)(s);
    return say(frame, s, { k, r, v: named[i % named.length] as string }, again, String(i));
  };
}

/** A number above or below a threshold takes one of two labels. */
export function threshold(scene: Scene): Ask {
  const { random, language } = scene;
  const frame = random.pick(labelFrames[language]);
  const r = random.pick(labelNouns[language]);
  const limit = random.integer(15, 85);
  const [low = '', high = ''] = distinct(2, () => anyWord(scene));
  return (s, again) => {
    const n = s.random.integer(1, 99);
    return say(frame, s, { k: String(n), r, v: n > limit ? high : low }, again, 'limit');
  };
}
