import type { Language } from '../pretrain/corpus/document.ts';
import { changeOf } from '../pretrain/corpus/families/follow-ups.ts';
import { stageSizes } from '../pretrain/corpus/mix.ts';
import { Random } from '../pretrain/corpus/random.ts';
import type { Scene, Split } from '../pretrain/corpus/scene.ts';
import { drawItem } from '../pretrain/corpus/tasks/index.ts';
import type { Item } from '../pretrain/corpus/tasks/task.ts';
import type { AnsweredTurn } from './chat-template.ts';
import { courteous } from './courtesy.ts';

/** Draws until something can be followed up; nearly every task can. */
const attempts = 50;

/** The second turn: the first answer in another form, bare, or the same task again, courteous. */
function followUp(scene: Scene, first: Item): AnsweredTurn | undefined {
  const { random, language } = scene;
  const change = random.chance(first.next ? 0.6 : 1) && changeOf(scene, first, first.full);
  // "In capitals" is not undone by a manner.
  if (change) return { query: change.query, answer: change.full };
  const next = first.next?.();
  return next && { query: next.query, answer: courteous(language, next.full) };
}

/**
 * A conversation of two turns out of the corpus's tasks, in the twin's manner. The same seed gives the
 * same one; the split decides whether held-out facts and wordings are kept out or asked for.
 */
export function conversation(seed: string, language: Language, split: Split): AnsweredTurn[] {
  const random = new Random(`conversation/${seed}`);
  const scene: Scene = { random, language, split, ...stageSizes.general };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const item = drawItem(scene);
    const second = followUp(scene, item);
    if (second) return [{ query: item.query, answer: courteous(language, item.full) }, second];
  }
  throw new Error(`No task of ${language} can be followed up.`);
}
