import type { Language } from './document.ts';
import { partition, type HeldOutKind } from './hold-out.ts';
import type { Random } from './random.ts';

export type Split = 'training' | 'validation';

/** What every generator is given: its draws, the language, and how long the document may become. */
export interface Scene {
  readonly random: Random;
  readonly split: Split;
  readonly language: Language;
  /** Characters after which a list of examples takes no more. */
  readonly room: number;
  /** At most so many examples. */
  readonly most: number;
}

const cache = new WeakMap<readonly unknown[], Map<HeldOutKind, ReturnType<typeof partition>>>();

/** What of a list this scene may use: training the trained part, validation the held-out part if any. */
export function allowed<T>(
  scene: Scene,
  kind: HeldOutKind,
  list: readonly T[],
  key: (thing: T) => string = String,
): readonly T[] {
  let byKind = cache.get(list);
  if (!byKind) cache.set(list, (byKind = new Map()));
  let parts = byKind.get(kind);
  if (!parts) byKind.set(kind, (parts = partition(kind, list, key as (thing: unknown) => string)));
  const use =
    scene.split === 'validation' && parts.heldOut.length > 0 ? parts.heldOut : parts.training;
  return use as readonly T[];
}

/** One wording of a list of wordings. */
export function wording(scene: Scene, list: readonly string[]): string {
  return scene.random.pick(allowed(scene, 'phrasing', list));
}

/** The same scene in another language. */
export const inLanguage = (scene: Scene, language: Language): Scene => ({ ...scene, language });
