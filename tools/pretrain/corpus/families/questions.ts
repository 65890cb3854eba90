import { drawLayout, drawPairLayout, withoutHeaders, writeExample } from '../layouts/layout.ts';
import type { Scene } from '../scene.ts';
import { header } from '../styles/rules.ts';
import { drawStyle, plainStyle, render } from '../styles/style.ts';
import { factsOf, factTables } from '../tasks/relations.ts';
import { relations } from '../tasks/relations-data.ts';
import { drawItem, drawTask } from '../tasks/index.ts';
import type { Item } from '../tasks/task.ts';
import { asked } from './asking.ts';
import { drawCount, writeExamples, type Example, type Family } from './family.ts';
import { changeOf } from './follow-ups.ts';

/** The second turn: the same task again, or the first answer in another form. */
function followUp(
  scene: Scene,
  first: Item,
  answer: string,
): { query: string; item: Item; bare: boolean } | undefined {
  const change = scene.random.chance(first.next ? 0.45 : 1)
    ? changeOf(scene, first, answer)
    : undefined;
  if (change) return { query: change.query, item: change, bare: true };
  const next = first.next?.();
  return next && { query: next.query, item: next, bare: false };
}

/** Questions with answers in one style, of many tasks or of one; in some, a question is followed up. */
const questions: Family = {
  name: 'questions',
  write(scene, writer) {
    const { random } = scene;
    const style = drawStyle(scene);
    const only = random.chance(0.22) ? drawTask(scene) : undefined;
    const followed = random.chance(0.35) ? 0.3 : 0;
    writer.add(header(scene, style));
    const count = random.chance(0.2) ? random.integer(3, 4) : random.integer(3, scene.most);
    // Without headers only where several examples show the pattern: a bare question starts junk.
    const bare = count > 3 && random.chance(0.08);
    const layout = bare ? withoutHeaders(drawLayout(scene, 0)) : drawLayout(scene);
    let last: { item: Item; answer: string } | undefined;
    writeExamples(scene, writer, layout, count, (i) => {
      // Once an example shows the manner, who knows the world knows the whole answer.
      const example = (query: string, answer: string): Example => ({
        query,
        answer,
        ...(i > 0 && { known: answer }),
      });
      const follow = last && random.chance(followed) && followUp(scene, last.item, last.answer);
      if (follow) {
        last = undefined;
        const { query, item } = follow;
        return example(query, follow.bare ? item.full : render(style, item));
      }
      const item = only ? only.draw(scene) : drawItem(scene);
      last = { item, answer: render(style, item) };
      return example(asked(scene, item.query), last.answer);
    });
  },
};

/** Conversations of two or three turns, several of them in a row. */
const conversations: Family = {
  name: 'conversations',
  write(scene, writer) {
    const { random } = scene;
    const style = plainStyle(scene);
    const layout = drawLayout(scene);
    const between = random.chance(0.6) ? layout.separator : '\n\n* * *\n\n';
    writer.add(header(scene, style));
    const count = Math.ceil(drawCount(scene) / 2);
    for (let i = 0; i < count && (i === 0 || writer.length < scene.room * 0.85); i++) {
      if (i > 0) writer.add(between);
      let item = drawItem(scene);
      let answer = render(style, item);
      writeExample(writer, layout, asked(scene, item.query), answer, 1, i > 0 ? answer : undefined);
      const turns = random.chance(0.25) ? 3 : 2;
      for (let turn = 2; turn <= turns; turn++) {
        const follow = followUp(scene, item, answer);
        if (!follow) break;
        // A changed form is the answer itself: "in capitals" is not undone by the style.
        answer = follow.bare ? follow.item.full : render(style, follow.item);
        writer.add(layout.separator);
        writeExample(writer, layout, follow.query, answer, turn, answer);
        if (follow.bare) break;
        item = follow.item;
      }
    }
  },
};

/** Real facts as pairs: "dog -> brown". */
const wordLists: Family = {
  name: 'word lists',
  write(scene, writer) {
    const { random, language } = scene;
    const names = Object.keys(factTables).filter((name) => relations[name]?.[language]);
    const facts = factsOf(random.pick(names), language);
    writeExamples(
      scene,
      writer,
      random.chance(0.7) ? drawPairLayout(scene) : drawLayout(scene),
      drawCount(scene, 4),
      () => {
        const fact = random.pick(facts);
        return { query: fact.slots.x, answer: fact.value };
      },
    );
  },
};

export const questionFamilies: readonly Family[] = [questions, conversations, wordLists];
