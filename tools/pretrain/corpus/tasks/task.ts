import type { Language } from '../document.ts';
import type { Scene } from '../scene.ts';

/** A question with its answer in several lengths, before any style. */
export interface Item {
  task: string;
  query: string;
  /** The bare answer: a word, a number, a list with commas. */
  short: string;
  /** The answer as a full sentence (or the same text, where the answer is a text). */
  full: string;
  /** One more true sentence, for answers that say a little more. */
  more?: string;
  /** The members, where the answer is a list or steps. */
  parts?: readonly string[];
  /** A follow-up of the same task that leans on this one ("And of Spain?"). */
  next?: () => Item;
}

/** Something that can be asked. Kinds are the eight of MT-Bench in miniature, and talk. */
export interface Task {
  name: string;
  kind:
    | 'talk'
    | 'writing'
    | 'roleplay'
    | 'reasoning'
    | 'math'
    | 'coding'
    | 'extraction'
    | 'stem'
    | 'humanities';
  weight: number;
  languages: readonly Language[];
  draw(scene: Scene): Item;
}
