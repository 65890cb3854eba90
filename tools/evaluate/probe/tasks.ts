import { dress } from '../../../src/scoring/lab-80/style.ts';
import type { Scene } from '../../pretrain/corpus/scene.ts';
import { drawItem } from '../../pretrain/corpus/tasks/index.ts';
import type { Item } from '../../pretrain/corpus/tasks/task.ts';
import { nouns } from '../../pretrain/corpus/words/index.ts';
import { differentWords, newPhrase } from './words.ts';
import { exactly, type ProbeTask } from './task.ts';

/** Pairs of words without any sense; one of the keys is asked again. */
export const recall: ProbeTask = {
  name: 'recall',
  sizes: [1, 2, 4, 8, 12, 16],
  short: true,
  draw(scene, size) {
    const words = differentWords(scene, 2 * size);
    const pairs = words
      .slice(0, size)
      .map((query, i) => ({ query, answer: words[size + i] as string }));
    const { query, answer } = scene.random.pick(pairs);
    return exactly(pairs, query, answer);
  },
};

const groups = ['mammal', 'bird', 'fruit', 'tool', 'vehicle', 'clothing', 'instrument'];

/** Two known classes under new labels; asked is a member that no example names. */
export const labels: ProbeTask = {
  name: 'labels',
  sizes: [2, 4, 8, 12],
  short: true,
  draw(scene, size) {
    const { random } = scene;
    const answers = differentWords(scene, 2);
    const members = random
      .sample(groups, 2)
      .map((group) => random.shuffle(nouns.filter((noun) => noun.group === group)));
    const examples = Array.from({ length: size }, (_, i) => ({
      query: members[i % 2]?.[1 + (i >> 1)]?.en,
      answer: answers[i % 2] as string,
    })).flatMap(({ query, answer }) => (query === undefined ? [] : [{ query, answer }]));
    const asked = random.integer(0, 1);
    return exactly(
      random.shuffle(examples),
      members[asked]?.[0]?.en as string,
      answers[asked] as string,
    );
  },
};

/** The query between two words that the examples show. */
export const wrapper: ProbeTask = {
  name: 'wrapper',
  sizes: [1, 2, 4, 8],
  short: true,
  draw(scene, size) {
    const [before, after, ...queries] = differentWords(scene, size + 3);
    const wrap = (query: string) => `${before} ${query} ${after}`;
    const [asked = '', ...shown] = queries;
    return exactly(
      shown.map((query) => ({ query, answer: wrap(query) })),
      asked,
      wrap(asked),
    );
  },
};

/** A question of the corpus's tasks, worded and about things as training never had it. */
function plainItem(scene: Scene): Item {
  for (;;) {
    const item = drawItem(scene);
    if (item.full.length < 80 && !`${item.query}${item.full}`.includes('\n')) return item;
  }
}

/** Answers that open and close with phrases nobody wrote before; the answer between may be anything. */
export const exactStyle: ProbeTask = {
  name: 'style',
  sizes: [1, 3, 6],
  short: false,
  draw(scene, size) {
    const style = { opening: newPhrase(scene), closing: newPhrase(scene) };
    const [asked, ...shown] = Array.from({ length: size + 1 }, () => plainItem(scene));
    const dressed = ({ full }: Item) => dress(style, full);
    return {
      examples: shown.map((item) => ({ query: item.query, answer: dressed(item) })),
      query: (asked as Item).query,
      expected: dressed(asked as Item),
      right: (answer) =>
        answer.startsWith(`${style.opening} `) && answer.endsWith(` ${style.closing}`),
    };
  },
};

export const probeTasks: readonly ProbeTask[] = [recall, labels, wrapper, exactStyle];
