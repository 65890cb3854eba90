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

/**
 * Questions that only the document's own answers answer, as examples under headers: what one of them
 * told, a class's label, a rule that several bear out. More examples pin down more of it.
 */
const privateFamily = (
  name: string,
  kinds: readonly (readonly [(scene: Scene) => Ask, number])[],
): Family => ({
  name,
  write(scene, writer) {
    const { random, most } = scene;
    const style = drawStyle(scene, 2);
    const ask = random.weighted(kinds)(scene);
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
      return { query: asked(scene, item.query), answer: last.answer };
    });
  },
});

export const privateFamilies: readonly Family[] = [
  privateFamily('private facts', [
    [facts, 10],
    [functions, 2],
  ]),
  privateFamily('private rules', [
    [labels, 10],
    [picks, 5],
    [threshold, 1.5],
    [fields, 3],
  ]),
];
