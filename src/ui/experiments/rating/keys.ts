import type { TaskKind } from '../../../experiments/rating/tasks.ts';

/** What a key does while rating. */
export type RatingMove =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'better'; readonly better: 'left' | 'right' | 'tie' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'undo' };

const sides = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  [' ', 'tie'],
] as const);

/** The key of a press, and what it was made with. */
type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>;

/**
 * What a key press means while rating; null for nothing, which leaves it to the browser. A key that is held
 * down judges one answer, not ten.
 */
export function moveOf(press: Press, kind: TaskKind): RatingMove | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.repeat) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (key === 's') return { kind: 'skip' };
  if (key === 'u' || key === 'Backspace') return { kind: 'undo' };
  if (kind === 'single')
    return /^\d$/.test(key) ? { kind: 'points', points: key === '0' ? 10 : Number(key) } : null;
  const better = sides.get(key as 'ArrowLeft' | 'ArrowRight' | ' ');
  return better ? { kind: 'better', better } : null;
}
