import { wording, type Scene } from '../../scene.ts';
import { capitalise, contract, fill } from '../../text.ts';
import type { Item } from '../../tasks/task.ts';
import type { Frame } from './data.ts';

/** A question whose answer only its document determines. */
export type Ask = (scene: Scene, again: boolean) => Item;

/** A frame filled: as a question of its own or, `again`, as one that follows another. */
export function say(
  frame: Frame,
  scene: Scene,
  slots: Record<string, string>,
  again: boolean,
): Item {
  const full = {
    ...slots,
    K: capitalise(slots['k'] ?? ''),
    R: capitalise(slots['r'] ?? ''),
    V: capitalise(slots['v'] ?? ''),
  };
  const put = (template: string): string =>
    contract(capitalise(fill(template, full)), scene.language);
  return {
    task: 'private',
    query: put(again ? scene.random.pick(frame.again) : wording(scene, frame.asks)),
    short: slots['v'] as string,
    full: put(frame.tell),
  };
}
