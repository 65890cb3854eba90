import { drawLayout, drawPairLayout, type Layout } from '../layouts/layout.ts';
import type { Scene } from '../scene.ts';
import { capitalise } from '../text.ts';
import { drawStyle, render } from '../styles/style.ts';
import { anyKey, anyWord, nouns, phrase } from '../words/index.ts';
import { word } from '../words/nouns.ts';
import { nonsense } from '../words/nonsense.ts';
import { moody } from '../tasks/judging.ts';
import { drawRule } from './drawn-rule.ts';
import { drawCount, writeExamples, type Example, type Family } from './family.ts';
import { distinct } from './private/subjects.ts';

/** Pairs on one line or under headers, fenced as often as not: recall must work in every layout. */
const anyLayout = (scene: Scene): Layout =>
  scene.random.chance(0.45) ? drawPairLayout(scene) : drawLayout(scene, 0.7);

/** Keys with made-up values, told once and then asked again: the answer stands earlier in the text. */
const recall: Family = {
  name: 'recall',
  write(scene, writer) {
    const { random } = scene;
    const draw = random.chance(0.6) ? anyWord : anyKey;
    const most = Math.max(4, Math.floor(scene.most * 0.6));
    // Few keys asked often teach sooner than many asked once: which of two is learnt first.
    const keys = distinct(random.chance(0.6) ? random.integer(2, 4) : random.integer(2, most), () =>
      draw(scene),
    );
    const few = random.chance(0.2)
      ? distinct(random.integer(2, 4), () => anyWord(scene))
      : undefined;
    const values = new Map(keys.map((key) => [key, few ? random.pick(few) : draw(scene)]));
    const asked = Array.from({ length: random.integer(4, 10 + keys.length) }, () =>
      random.pick(keys),
    );
    const order = [...keys, ...asked];
    writeExamples(scene, writer, anyLayout(scene), order.length, (i) => {
      const answer = values.get(order[i] as string) as string;
      return { query: order[i] as string, answer, known: i < keys.length ? undefined : answer };
    });
  },
};

const rule: Family = {
  name: 'rule',
  write(scene, writer) {
    const { rule: apply, draw } = drawRule(scene);
    const layout = anyLayout(scene);
    writeExamples(
      scene,
      writer,
      layout.arrow === ', ' ? { ...layout, arrow: ' -> ' } : layout,
      drawCount(scene, 4),
      (i) => {
        const query = draw();
        const answer = apply(query);
        return { query, answer, known: i < 2 ? undefined : answer };
      },
    );
  },
};

const classes = [
  'mammal',
  'bird',
  'fruit',
  'vegetable',
  'tool',
  'vehicle',
  'clothing',
  'insect',
  'furniture',
  'instrument',
  'food',
];

/** Known classes under labels of the document's own. */
const classification: Family = {
  name: 'classification',
  write(scene, writer) {
    const { random, language } = scene;
    const layout = anyLayout(scene);
    const labels = distinct(3, () => (random.chance(0.5) ? nonsense(scene) : anyWord(scene)));
    const count = drawCount(scene, 5);
    const seen = new Set<string>();
    const labelled = (query: string, label: string): Example => {
      const known = seen.has(label) ? label : undefined;
      seen.add(label);
      return { query, answer: label, known };
    };
    if (language === 'en' && random.chance(0.2)) {
      writeExamples(scene, writer, layout, count, () => {
        const { text, mood } = moody(scene);
        return labelled(text, labels[mood === 'positive' ? 0 : 1] as string);
      });
      return;
    }
    const used = random.sample(classes, random.pick([2, 2, 3]));
    writeExamples(scene, writer, layout, count, () => {
      const i = random.integer(0, used.length - 1);
      const noun = random.pick(nouns.filter(({ group }) => group === used[i]));
      return labelled(word(noun, language), labels[i] as string);
    });
  },
};

const frames = {
  en: {
    tell: ['The {r} of {k} is {v}.', '{k} has the {r} {v}.', 'For {k} the {r} is {v}.'],
    ask: ['What is the {r} of {k}?', 'Give the {r} of {k}.', 'Tell me the {r} of {k}.'],
  },
  es: {
    tell: ['El {r} de {k} es {v}.', '{k} tiene el {r} {v}.'],
    ask: ['¿Cuál es el {r} de {k}?', 'Di el {r} de {k}.'],
  },
  fr: {
    tell: ['Le {r} de {k} est {v}.', '{k} a le {r} {v}.'],
    ask: ['Quel est le {r} de {k} ?', 'Donne le {r} de {k}.'],
  },
} as const;
const attributes = {
  en: ['code', 'secret', 'number', 'friend', 'place', 'price', 'sign', 'owner'],
  es: ['código', 'número', 'precio', 'amigo'],
  fr: ['code', 'numéro', 'prix', 'signe'],
} as const;

/** Invented facts in prose, then questions about them: nothing of it can be remembered from training. */
const inventedFacts: Family = {
  name: 'invented facts',
  write(scene, writer) {
    const { random, language } = scene;
    const r = random.chance(0.5) ? nonsense(scene, 2) : random.pick(attributes[language]);
    const keys = distinct(random.integer(2, Math.min(8, scene.most)), () => anyWord(scene));
    const values = new Map(keys.map((key) => [key, anyKey(scene)]));
    const say = (template: string, k: string): string =>
      capitalise(
        template
          .replace('{r}', r)
          .replace('{k}', k)
          .replace('{v}', values.get(k) as string),
      );
    const tell = random.pick<string>(frames[language].tell);
    const style = drawStyle(scene);
    if (random.chance(0.75))
      writer.add(`${keys.map((key) => say(tell, key)).join(random.pick([' ', '\n']))}\n\n`);
    else keys.push(...keys);
    const writtenBefore = writer.length > 0;
    const asked = writtenBefore
      ? Array.from({ length: random.integer(2, 8) }, () => random.pick(keys))
      : [...keys, ...random.shuffle(keys)];
    writeExamples(scene, writer, drawLayout(scene, 0.55), asked.length, (i) => {
      const key = asked[i] as string;
      const item = {
        task: 'invented',
        query: say(random.pick<string>(frames[language].ask), key),
        short: values.get(key) as string,
        full: say(tell, key),
      };
      const known = writtenBefore || asked.indexOf(key) < i ? item.short : undefined;
      return { query: item.query, answer: render(style, item), known };
    });
  },
};

/** Text said again, whole or in pieces. */
const copy: Family = {
  name: 'copy',
  write(scene, writer) {
    const { random } = scene;
    if (random.chance(0.6)) {
      // Of few words, what comes next hangs on more than the word before.
      const few = random.chance(0.5)
        ? distinct(random.integer(3, 6), () => anyWord(scene))
        : undefined;
      const words = Array.from({ length: random.integer(4, 18) }, () =>
        few ? random.pick(few) : anyWord(scene),
      ).join(' ');
      const between = random.pick([' ', '\n', '\n\n', ' / ', '. ']);
      writer.add(words);
      for (let left = random.integer(1, 3); left > 0; left--) writer.add(between).again(words);
    } else {
      const said = Array.from({ length: random.integer(2, 7) }, () => phrase(scene));
      const again = Array.from({ length: random.integer(3, 12) }, () => random.pick(said));
      writer.add([...said, ...again].join(random.pick(['\n', ' '])));
    }
  },
};

/**
 * Answers that are the question again, bare or between words of the document: whoever can do it has
 * carried the question, whatever it was, over headers and fences to where the answer begins.
 */
const echo = (name: string, layoutOf: (scene: Scene) => Layout): Family => ({
  name,
  write(scene, writer) {
    const { random } = scene;
    const draw = random.pick([anyWord, anyWord, anyKey, phrase]);
    const bare = random.chance(0.5);
    const [before, after] = bare
      ? ['', '']
      : random.pick([
          [`${anyWord(scene)} `, ''],
          ['', ` ${anyWord(scene)}`],
          [`${anyWord(scene)} `, ` ${anyWord(scene)}`],
        ]);
    writeExamples(scene, writer, layoutOf(scene), drawCount(scene, 5), (i) => {
      const query = draw(scene);
      const answer = before + query + after;
      return { query, answer, known: i < 1 ? undefined : answer };
    });
  },
});

export const mappingFamilies: readonly Family[] = [
  recall,
  rule,
  classification,
  inventedFacts,
  copy,
  echo('echo on lines', drawPairLayout),
  echo('echo', (scene) => drawLayout(scene, 0.6)),
];
