import type { Scene } from '../scene.ts';
import { capitalise } from '../text.ts';
import { anyWord, nouns } from '../words/index.ts';
import { nonsense } from '../words/nonsense.ts';

type Rule = (x: string) => string;

/** A rule that a few examples show: words around, doubling, capitals, reversal, parts of the input. */
export function drawRule(scene: Scene): { rule: Rule; draw: () => string } {
  const { random } = scene;
  const glue = random.pick(['', ' ', ' ']);
  const extra = (): string =>
    random.pick(['', nonsense(scene, 1), nonsense(scene, 2), '*', '<', '(', anyWord(scene)]);
  const [before, after] = [
    extra(),
    random.pick(['', nonsense(scene, 1), '*', '>', ')', '!', anyWord(scene)]),
  ];
  const around: Rule = (x) => `${before}${before && glue}${x}${after && glue}${after}`;
  const pair = (): string => `${anyWord(scene)} ${anyWord(scene)}`;
  const triple = (): string => `${anyWord(scene)}, ${anyWord(scene)}, ${anyWord(scene)}`;
  const at = random.integer(0, 2);
  const one = (): string => anyWord(scene);
  return random.weighted([
    [{ rule: around, draw: one }, 9],
    [{ rule: (x: string) => `${x} ${x}`, draw: one }, 1.5],
    [{ rule: (x: string) => x.toUpperCase(), draw: () => random.pick(nouns).en }, 1.5],
    [{ rule: (x: string) => x.split(' ').reverse().join(' '), draw: pair }, 2],
    [{ rule: (x: string) => around(x.split(' ')[at % 2] as string), draw: pair }, 2],
    [{ rule: (x: string) => x.split(', ')[at] as string, draw: triple }, 3],
    [{ rule: (x: string) => x.split(', ').reverse().join(', '), draw: triple }, 1.5],
    [{ rule: (x: string) => x.split(', ').sort().join(', '), draw: triple }, 1],
    [{ rule: (x: string) => x.charAt(0), draw: one }, 1],
    [{ rule: (x: string) => capitalise(x.slice(0, 1)) + '.', draw: one }, 0.5],
    [
      {
        rule: (x: string) => (Number(x) > 4 + at * 20 ? before || 'yes' : after || 'no'),
        draw: () => String(random.integer(0, 20 + at * 30)),
      },
      2,
    ],
  ]);
}
