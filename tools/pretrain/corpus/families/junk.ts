import type { Language } from '../document.ts';
import { drawLayout, writeExample, writeQuestion, writeUnclosed } from '../layouts/layout.ts';
import type { Scene } from '../scene.ts';
import { fill } from '../text.ts';
import { header, rules, title } from '../styles/rules.ts';
import { drawStyle, render } from '../styles/style.ts';
import { drawItem, drawTask } from '../tasks/index.ts';
import { sentence } from '../tasks/writing.ts';
import { name } from '../words/index.ts';
import type { Family } from './family.ts';

/**
 * Text as the web is full of: questions without answers, questions answered by questions, evasions, talk
 * beside the point. A base model that has read it rambles until demonstrations show what is wanted.
 */
const evasions: Record<Language, readonly string[]> = {
  en: [
    'I do not know.',
    'Why do you ask?',
    'Ask the teacher.',
    'Good question.',
    'Nobody knows.',
    'Look it up.',
    'See page {n}.',
    'I forgot.',
    'Me too.',
    'Is this homework?',
    'Not sure.',
    'Has anyone an idea?',
    'Same here.',
    'This was asked before.',
    'Read the book again.',
    'Please log in to see the answer.',
    'Thread closed.',
    'I have the same problem.',
  ],
  es: [
    'No lo sé.',
    '¿Por qué preguntas?',
    'Mira la página {n}.',
    'Yo tampoco.',
    'Nadie lo sabe.',
    'Pregunta a la maestra.',
  ],
  fr: [
    'Je ne sais pas.',
    'Pourquoi ?',
    'Voir page {n}.',
    'Moi aussi.',
    'Personne ne sait.',
    'Demande au maître.',
  ],
};
const evasion = (scene: Scene): string =>
  fill(scene.random.pick(evasions[scene.language]), { n: scene.random.integer(1, 99) });
const question = (scene: Scene): string => drawItem(scene).query;

/** Exercises: questions one after another, no answers. Often it starts with the bare question. */
const worksheet: Family = {
  name: 'worksheet',
  write(scene, writer) {
    const { random } = scene;
    const only = random.chance(0.4) ? drawTask(scene) : undefined;
    const count = random.integer(2, 12);
    const asked = Array.from({ length: count }, () =>
      only ? only.draw(scene).query : question(scene),
    );
    if (random.chance(0.3)) writer.add(`${title(scene)}\n\n`);
    const kind = random.next();
    if (kind < 0.25) writer.add(asked.map((query, i) => `${i + 1}. ${query}`).join('\n'));
    else if (kind < 0.8) writer.add(asked.join(random.pick(['\n', '\n\n', ' '])));
    else {
      const layout = drawLayout(scene);
      asked.forEach((query, i) => {
        if (i > 0) writer.add(layout.separator);
        writeQuestion(writer, layout, query, i + 1);
      });
    }
  },
};

/** A bare question, then talk that does not answer it. */
const musings: Family = {
  name: 'musings',
  write(scene, writer) {
    const { random } = scene;
    writer.add(question(scene));
    const lines = random.integer(1, 6);
    for (let i = 0; i < lines; i++) {
      const said = random.weighted([
        [sentence, 4],
        [question, 5],
        [evasion, 3],
      ])(scene);
      writer.add(random.pick([' ', '\n', '\n\n', ' ']) + said);
    }
  },
};

/** A forum thread: names before lines, few of them helpful. */
const forum: Family = {
  name: 'forum',
  write(scene, writer) {
    const { random } = scene;
    const item = drawItem(scene);
    writer.add(`${name(scene)}: ${item.query}`);
    const replies = random.integer(2, 7);
    for (let i = 0; i < replies; i++) {
      const said = random.weighted([
        [() => evasion(scene), 4],
        [() => item.full, 1.5],
        [() => sentence(scene), 2],
        [() => question(scene), 2],
      ])();
      writer.add(`\n${name(scene)}: ${said}`);
    }
  },
};

type Answerer = (scene: Scene, query: string) => string;

/** Ways not to answer. */
const badAnswers: readonly (readonly [Answerer, number])[] = [
  [
    (scene) =>
      Array.from({ length: scene.random.pick([1, 2, 2, 3, 4]) }, () => question(scene)).join(
        scene.random.pick(['\n', ' ']),
      ),
    45,
  ],
  [(_, query) => query, 12],
  [evasion, 14],
  [
    (scene) =>
      Array.from({ length: scene.random.pick([1, 1, 2, 3]) }, () => sentence(scene)).join(' '),
    16,
  ],
  [(scene) => drawItem(scene)[scene.random.chance(0.5) ? 'short' : 'full'], 8],
  [() => '____', 6],
  [(_, query) => `${query} ${query}`, 3],
  [(scene) => `${evasion(scene)} ${question(scene)}`, 6],
  [() => '...', 3],
];

/**
 * Examples under headers whose answers are no answers; now and then good ones come first. Most of them
 * run on over the place where an answer would be closed. Most hold one example: what stands after a
 * single question under headers must be no answer more often than not, or the base would not ramble there.
 */
const badExamples: Family = {
  name: 'bad examples',
  write(scene, writer) {
    const { random } = scene;
    const style = drawStyle(scene);
    writer.add(random.chance(0.2) ? `${rules(scene)}\n\n` : header(scene));
    const layout = drawLayout(scene, 0.5);
    const answer = random.weighted(badAnswers);
    const good = random.chance(0.08) ? random.integer(1, 2) : 0;
    const count = random.pick([1, 1, 1, 1, 1, 1, 1, 2]) + good;
    const runsOn = random.chance(0.75);
    for (let i = 0; i < count; i++) {
      if (i > 0) writer.add(layout.separator);
      const item = drawItem(scene);
      if (i < good) writeExample(writer, layout, item.query, render(style, item), i + 1);
      else {
        const write = runsOn ? writeUnclosed : writeExample;
        write(writer, layout, item.query, answer(scene, item.query), i + 1);
      }
    }
    if (!runsOn) return;
    for (let more = random.integer(1, 2); more > 0; more--)
      writer.add(random.pick(['\n', '\n\n', ' ']) + random.pick([question, sentence])(scene));
  },
};

export const junkFamilies: readonly Family[] = [worksheet, musings, forum, badExamples];
