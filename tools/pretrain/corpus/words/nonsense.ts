import { isHeldOut } from '../hold-out.ts';
import type { Scene } from '../scene.ts';
import { names } from './people.ts';
import { words } from './table.ts';

const onsets = words(
  'b c d f g h j k l m n p r s t v w z bl br cl cr dr fl gr pl pr sk sl sn st tr sh ch th qu',
);
const nuclei = words('a e i o u a e i o u ai ee oo ou');
const taken = new Set(names.map((name) => name.toLowerCase()));
const codas = ['', '', '', 'n', 'x', 'k', 'p', 'm', 'b', 't', 'r', 'l', 'ng'];

/**
 * An invented word of one to three syllables. Held-out ones never come in training, so that a bench can
 * invent words that the model has not met.
 */
export function nonsense(scene: Scene, syllables = scene.random.pick([1, 2, 2, 2, 3])): string {
  const { random } = scene;
  for (;;) {
    let made = '';
    for (let i = 0; i < syllables; i++) made += random.pick(onsets) + random.pick(nuclei);
    made += random.pick(codas);
    if (taken.has(made)) continue;
    if (isHeldOut('nonsense', made) === (scene.split === 'validation')) return made;
  }
}
