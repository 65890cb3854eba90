import { drawLayout } from '../../layouts/layout.ts';
import type { Scene } from '../../scene.ts';
import { header } from '../../styles/rules.ts';
import { drawStyle, render } from '../../styles/style.ts';
import type { Item } from '../../tasks/task.ts';
import { asked } from '../asking.ts';
import { writeExamples, type Family } from '../family.ts';
import { changeOf } from '../follow-ups.ts';
import type { Ask } from './ask.ts';
import { facts, functions } from './facts.ts';
import { labels, threshold } from './labels.ts';
import { fields, picks } from './picks.ts';

interface Kind {
  make(scene: Scene): Ask;
  /** Examples of a source after which the next one can be known. */
  needed: number;
}

/**
 * Questions that only the document's own answers answer, as examples under headers: what one of them
 * told, a class's label, a rule that several bear out. More examples pin down more of it.
 */
const privateFamily = (name: string, kinds: readonly (readonly [Kind, number])[]): Family => ({
  name,
  write(scene, writer) {
    const { random, most } = scene;
    const style = drawStyle(scene, 2);
    const { make, needed } = random.weighted(kinds);
    const ask = make(scene);
    const seen = new Map<string, number>();
    writer.add(header(scene, style));
    const layout = drawLayout(scene, 0.6);
    const followed = random.chance(0.35) ? 0.3 : 0;
    const count = random.integer(Math.min(5, most), most);
    let last: { item: Item; answer: string } | undefined;
    writeExamples(scene, writer, layout, count, () => {
      const change =
        last && random.chance(followed * 0.4) && changeOf(scene, last.item, last.answer);
      if (change) {
        last = undefined;
        return { query: change.query, answer: change.full };
      }
      const item = ask(scene, last !== undefined && random.chance(followed));
      last = { item, answer: render(style, item) };
      const before = seen.get(item.source) ?? 0;
      seen.set(item.source, before + 1);
      const known = before >= needed ? item.short : undefined;
      return { query: asked(scene, item.query), answer: last.answer, known };
    });
  },
});

export const privateFamilies: readonly Family[] = [
  privateFamily('private facts', [
    [{ make: facts, needed: 1 }, 10],
    [{ make: functions, needed: 1 }, 2],
  ]),
  privateFamily('private rules', [
    [{ make: labels, needed: 1 }, 10],
    [{ make: picks, needed: 2 }, 5],
    [{ make: threshold, needed: 3 }, 1.5],
    [{ make: fields, needed: 2 }, 3],
  ]),
];
