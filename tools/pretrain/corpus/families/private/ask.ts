import type { Language } from '../../document.ts';
import { wording, type Scene } from '../../scene.ts';
import { capitalise, contract, fill } from '../../text.ts';
import type { Item } from '../../tasks/task.ts';
import type { Frame } from './data.ts';

/** A question whose answer only its document determines: by earlier examples of the same source. */
export interface PrivateItem extends Item {
  source: string;
}
export type Ask = (scene: Scene, again: boolean) => PrivateItem;

/** Ways to ask that name the thing and nothing else: what is asked must be seen from the examples. */
const bareAsks: Record<Language, readonly string[]> = {
  en: [
    '{K}, please.',
    'Tell me about {k}.',
    'What do you know of {k}?',
    'I mean {k}.',
    'Do you remember {k}?',
    'I think of {k}. What do you say?',
    'My turn: {k}.',
  ],
  es: [
    '{K}, por favor.',
    'Háblame de esto: {k}.',
    '¿Qué sabes de esto: {k}?',
    'Pienso en {k}.',
    '¿Recuerdas {k}?',
  ],
  fr: [
    "{K}, s'il te plaît.",
    'Parle-moi de ceci : {k}.',
    'Que sais-tu de ceci : {k} ?',
    'Je pense à ceci : {k}.',
    'Tu connais {k} ?',
  ],
};

/** A frame filled: as a question of its own or, `again`, as one that follows another. */
export function say(
  frame: Frame,
  scene: Scene,
  slots: Record<string, string>,
  again: boolean,
  source: string,
): PrivateItem {
  const full = {
    ...slots,
    K: capitalise(slots['k'] ?? ''),
    R: capitalise(slots['r'] ?? ''),
    V: capitalise(slots['v'] ?? ''),
  };
  const put = (template: string): string =>
    contract(capitalise(fill(template, full)), scene.language);
  const bare = scene.random.chance(0.18);
  const ask = again
    ? scene.random.pick(frame.again)
    : wording(scene, bare ? bareAsks[scene.language] : frame.asks);
  return {
    task: 'private',
    source,
    query: put(ask),
    short: slots['v'] as string,
    full: put(frame.tell),
  };
}
