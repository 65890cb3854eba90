import { capitalise } from '../text.ts';
import type { Scene } from '../scene.ts';
import { openSum } from '../tasks/arithmetic.ts';
import { drawItem } from '../tasks/index.ts';
import { factsOf, tell } from '../tasks/relations.ts';
import { relations, type Relation } from '../tasks/relations-data.ts';
import { storyOf } from '../tasks/stories.ts';
import { sentence } from '../tasks/writing.ts';
import { animals } from '../words/animals.ts';
import { countries } from '../words/countries.ts';
import { name, nouns } from '../words/index.ts';
import { definite, indefinite, word } from '../words/nouns.ts';
import { adjectives, at, places, possessions } from '../words/people.ts';
import type { Family } from './family.ts';

/** Sentences that tell a thing's facts, in random order. */
function facts(scene: Scene, key: string): string[] {
  const { language, random } = scene;
  const told: string[] = [];
  for (const [relation, byLanguage] of Object.entries(relations)) {
    const data: Relation | undefined = byLanguage[language];
    const fact = data && factsOf(relation, language).find((row) => row.key === key);
    if (data && fact) told.push(tell(data, fact, scene));
  }
  return random.shuffle(told);
}

/** Small encyclopaedia: a few things or countries, each with its facts. */
const encyclopaedia: Family = {
  name: 'encyclopaedia',
  write(scene, writer) {
    const { random, language } = scene;
    const titled = random.chance(0.5);
    const mark = random.pick(['', '# ', '== ', '* ']);
    const count = random.integer(1, 5);
    for (let i = 0; i < count && writer.length < scene.room; i++) {
      const named = countries.filter((row) => row[language] !== '-');
      const noun = random.pick(nouns);
      const country = random.pick(named);
      const isCountry = random.chance(0.3);
      const sentences = facts(scene, isCountry ? country[language] : noun.en);
      if (i > 0) writer.add('\n\n');
      if (titled)
        writer.add(`${mark}${capitalise(isCountry ? country[language] : word(noun, language))}\n`);
      writer.add(sentences.length > 0 ? sentences.join(' ') : sentence(scene));
    }
  },
};

/** A tale of people, animals and places. */
const tale: Family = {
  name: 'tale',
  write(scene, writer) {
    const { random, language } = scene;
    if (language !== 'en') {
      writer.add(Array.from({ length: random.integer(3, 9) }, () => sentence(scene)).join(' '));
      return;
    }
    const who = name(scene);
    const other = name(scene);
    const animal = random.pick(animals);
    const place = random.pick(places);
    const told = [
      random.pick([
        `One day ${who} went to the ${place}.`,
        `${who} lived near the ${place} with ${indefinite(animal, 'en')}.`,
        `It was a fine day and ${who} was ${at(place)}.`,
      ]),
    ];
    const count = random.integer(3, 9);
    for (let i = 0; i < count; i++)
      told.push(
        random.pick([
          () => sentence(scene),
          () => `The ${animal.en} was ${animal.colour} and ${random.pick(adjectives)}.`,
          () => `"${drawItem(scene).query}" asked ${other}.`,
          () => `Then ${who} gave ${other} a ${random.pick(possessions)}.`,
          () =>
            `${who} was ${random.pick(adjectives)}, but ${other} was ${random.pick(adjectives)}.`,
          () => `${capitalise(definite(animal, 'en'))} ran back to the ${animal.home}.`,
        ])(),
      );
    if (random.chance(0.4)) told.push(storyOf(scene, animal, random.pick(animals)));
    writer.add(told.join(' '));
  },
};

/** A short program with a remark over it. */
const program: Family = {
  name: 'program',
  write(scene, writer) {
    const { random } = scene;
    const v = random.pick(['x', 'y', 'n', 'total', 'count', 'i']);
    const noun = random.pick(nouns).en;
    const { a, b, c } = openSum(scene, () => [random.integer(0, 20), '+', random.integer(1, 9)]);
    const snippets = [
      `# adds ${b} to ${v}\n${v} = ${a}\n${v} = ${v} + ${b}\nprint(${v})  # ${c}`,
      `def double(n):\n    return n * 2\n\nprint(double(${b}))  # ${2 * b}`,
      `words = ["${noun}", "${random.pick(nouns).en}"]\nfor word in words:\n    print(word)`,
      `for i in range(${b}):\n    print("${noun}")`,
      `def add(a, b):\n    return a + b\n\nprint(add(${a}, ${b}))  # ${c}`,
      `if ${a} > ${b}:\n    print("${a > b ? noun : 'no'}")`,
      `print("${noun}".upper())  # ${noun.toUpperCase()}`,
      `${v} = len("${noun}")  # ${noun.length}`,
    ];
    writer.add(random.sample(snippets, random.integer(1, 4)).join('\n\n'));
  },
};

export const proseFamilies: readonly Family[] = [encyclopaedia, tale, program];
