import { common } from '../../pretrain/corpus/words/common.ts';
import { nouns } from '../../pretrain/corpus/words/index.ts';
import { nonsense } from '../../pretrain/corpus/words/nonsense.ts';
import { capitalise } from '../../pretrain/corpus/text.ts';
import { Random } from '../../pretrain/corpus/random.ts';
import type { Scene } from '../../pretrain/corpus/scene.ts';

/** A scene of held-out things; the same name, the same draws. */
export const heldOutScene = (name: string): Scene => ({
  random: new Random(name),
  split: 'validation',
  language: 'en',
  room: Infinity,
  most: 24,
});

/** An invented word that training never had, or a plain noun. */
export const probeWord = (scene: Scene): string =>
  scene.random.chance(0.5) ? nonsense(scene) : scene.random.pick(nouns).en;

/** Different words, so that none can be right for another. */
export function differentWords(scene: Scene, count: number): string[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(probeWord(scene));
  return [...drawn];
}

/** A phrase of two to four words that nobody wrote before, with a sign at its end. */
export function newPhrase(scene: Scene): string {
  const { random } = scene;
  const words = Array.from({ length: random.integer(2, 4) }, () =>
    random.chance(0.5) ? random.pick(common.en) : probeWord(scene),
  );
  return capitalise(words.join(' ')) + random.pick(['.', '!']);
}
