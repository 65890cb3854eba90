import type { Scene } from '../../scene.ts';
import { name, nouns } from '../../words/index.ts';
import { word } from '../../words/nouns.ts';
import { say, type Ask } from './ask.ts';
import { pickFrames, recordFields } from './data.ts';
import { classes } from './labels.ts';
import { distinct } from './subjects.ts';

/** Which of several things is named: by place, kind, length, order or size. One example leaves it open. */
export function picks(scene: Scene): Ask {
  const { random, language } = scene;
  const frame = random.pick(pickFrames[language]);
  const count = random.pick([2, 3, 3, 4]);
  const at = random.integer(0, count - 1);
  const wanted = random.pick(classes.slice(0, 11));
  const others = random.sample(classes.slice(0, 11), 5).filter((c) => c !== wanted);
  const words = (s: Scene): string[] => distinct(count, () => word(s.random.pick(nouns), language));
  const numbers = (s: Scene): string[] => distinct(count, () => String(s.random.integer(1, 99)));
  const best = (list: string[], score: (text: string) => number): string =>
    list.reduce((a, b) => (score(b) > score(a) ? b : a));
  const draw = random.weighted<(s: Scene) => [string[], string]>([
    [(s) => [words(s), ''], 3],
    [
      (s) => {
        const right = wanted(s);
        const wrong = distinct(count - 1, () => s.random.pick(others)(s)).filter(
          (x) => x !== right,
        );
        return [s.random.shuffle([right, ...wrong]), right];
      },
      6,
    ],
    [(s) => ((list) => [list, best(list, (x) => x.length)] as [string[], string])(words(s)), 1.5],
    [(s) => ((list) => [list, best(list, (x) => -x.length)] as [string[], string])(words(s)), 1],
    [(s) => ((list) => [list, [...list].sort()[0] as string] as [string[], string])(words(s)), 1],
    [(s) => ((list) => [list, best(list, Number)] as [string[], string])(numbers(s)), 1.5],
    [
      (s) => ((list) => [list, best(list, (x) => -Number(x))] as [string[], string])(numbers(s)),
      1.5,
    ],
  ]);
  return (s, again) => {
    const [list, right] = draw(s);
    return say(
      frame,
      s,
      { k: list.join(', '), v: right || (list[at % list.length] as string) },
      again,
      'rule',
    );
  };
}

/** Always the same field of a record, wherever it stands. */
export function fields(scene: Scene): Ask {
  const { random, language } = scene;
  const frame = random.pick(pickFrames[language]);
  const wanted = random.pick(recordFields[language]);
  const other = recordFields[language].filter((field) => field !== wanted);
  const content = (s: Scene, field: string): string =>
    ['age', 'edad', 'âge'].includes(field)
      ? String(s.random.integer(3, 79))
      : ['name', 'nombre', 'nom'].includes(field)
        ? name(s)
        : word(s.random.pick(nouns), language);
  return (s, again) => {
    const used = s.random.shuffle([wanted, ...s.random.sample(other, 2)]);
    const values = new Map(used.map((field) => [field, content(s, field)]));
    const k = used.map((field) => `${field} ${values.get(field)}`).join(', ');
    return say(frame, s, { k, v: values.get(wanted) as string }, again, 'rule');
  };
}
