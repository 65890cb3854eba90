import { Random } from '../pretrain/corpus/random.ts';
import { animals } from '../pretrain/corpus/words/animals.ts';
import { days, months } from '../pretrain/corpus/words/calendar.ts';
import { countries } from '../pretrain/corpus/words/countries.ts';
import { colours } from '../pretrain/corpus/words/names-of-kinds.ts';
import { nonsense } from '../pretrain/corpus/words/nonsense.ts';
import { definite, indefinite, word, type Noun } from '../pretrain/corpus/words/nouns.ts';
import { names } from '../pretrain/corpus/words/people.ts';
import { table, words } from '../pretrain/corpus/words/table.ts';
import { isMass, things } from '../pretrain/corpus/words/things.ts';
import type { BenchLanguage } from '../../src/scoring/lab-80/schema.ts';
import { capitalise } from '../pretrain/corpus/text.ts';
import { halves, type Half, type InLanguages } from './say.ts';

/** Something that items speak of: bare, as checks look for it, and as sentences have it. */
export interface Entity {
  bare: InLanguages;
  said: InLanguages;
}

const same = (text: string): InLanguages => ({ en: text, es: text, fr: text });
const inEach = (make: (language: BenchLanguage) => string): InLanguages => ({
  en: make('en'),
  es: make('es'),
  fr: make('fr'),
});

/** A noun with its definite article. */
export const nounEntity = (noun: Noun): Entity => ({
  bare: inEach((l) => word(noun, l)),
  said: inEach((l) => definite(noun, l)),
});

/** A text that is the same in every language: a name, a number. */
export const plainEntity = (text: string): Entity => ({ bare: same(text), said: same(text) });

/** A noun with "a". */
export const withA = (noun: Noun, language: BenchLanguage): string => indefinite(noun, language);

// Words that questions of the bench use themselves, or that read alike in two senses.
const unfit = new Set(
  words('key box book door window bed boat orange fish kid shelf doll hippo object owl mouse'),
);
const fit = (noun: Noun): boolean => !unfit.has(noun.en);

const foodGroups = new Set(['fruit', 'vegetable', 'food']);
const houseGroups = new Set(
  words('tool furniture container clothing toy instrument object vehicle'),
);

/** Classes of plain nouns that both halves draw from. */
const nounClasses = {
  animal: animals.filter(fit),
  food: things.filter((it) => foodGroups.has(it.group) && fit(it)),
  object: things.filter((it) => houseGroups.has(it.group) && fit(it) && !isMass(it)),
} as const;

// Names that are words as well stay out: what is a name in one language is a colour in another.
const wordlike = new Set(
  words('Rosa Ivy Max Jean Marie Ali Lily Ben Leo Sam Tom Paul Pierre Jack'),
);
const people = names.filter((name) => !wordlike.has(name));

/** Plain words for labels: no class's member, and nothing that other answers speak of (the garden). */
const labelWords = table<BenchLanguage>(`
en | es | fr
moon | luna | lune
star | estrella | étoile
river | río | rivière
stone | piedra | pierre
cloud | nube | nuage
fire | fuego | feu
wind | viento | vent
lake | lago | lac
silver | plata | argent
iron | hierro | fer
sand | arena | sable
salt | sal | sel
honey | miel | miel
smoke | humo | fumée
snow | nieve | neige
rain | lluvia | pluie
farm | granja | ferme
school | escuela | école
market | mercado | marché
hill | colina | colline
forest | bosque | forêt
island | isla | île
tower | torre | tour
bridge | puente | pont
morning | mañana | matin
night | noche | nuit
summer | verano | été
winter | invierno | hiver
king | rey | roi
queen | reina | reine
diamond | diamante | diamant
`);

/** Every class by its name, as entities. */
const classes = {
  animal: nounClasses.animal.map(nounEntity),
  food: nounClasses.food.map(nounEntity),
  object: nounClasses.object.map(nounEntity),
  person: people.map(plainEntity),
  number: Array.from({ length: 88 }, (_, i) => plainEntity(String(i + 12))),
  colour: [...colours.values()]
    .filter((row) => row.en !== 'orange')
    .map((row) => ({ bare: row, said: row })),
  month: months.en.map((_, i) => {
    const row = inEach((l) => months[l][i] as string);
    return { bare: row, said: row };
  }),
  country: countries
    .filter((row) => row.es !== '-' && row.fr !== '-')
    .map((row) => {
      const said = inEach((l) => row[l]);
      return { bare: { ...said, fr: said.fr.replace(/^(la |le |l')/, '') }, said };
    }),
  label: labelWords.map((row) => ({ bare: row, said: row })),
} as const satisfies Record<string, readonly Entity[]>;
export type ClassName = keyof typeof classes;

/** The half of a class that one half of the bench draws from: dev and test share no entity of it. */
export function classOf(name: ClassName, half: Half): readonly Entity[] {
  const shuffled = new Random(`lab-80/${name}`).shuffle<Entity>(classes[name]);
  return shuffled.filter((_, i) => i % halves.length === halves.indexOf(half));
}

/** All of a class, where the halves may share members: demonstrations of a well-known class. */
export const wholeClass = (name: ClassName): readonly Entity[] => classes[name];

/** Invented words that training never holds: of two syllables, alike in every language. */
export function invented(random: Random, count: number): string[] {
  const scene = { random, split: 'validation', language: 'en', room: 0, most: 0 } as const;
  const made = new Set<string>();
  while (made.size < count) {
    const text = nonsense(scene, 2);
    // "le huba" or "l'huba": better none
    if (!text.startsWith('h') && text.length < 8) made.add(text);
  }
  return [...made];
}

/** An invented animal: "the zib", "el zib", "le zib". */
export const creature = (text: string): Entity => ({
  bare: same(text),
  said: { en: `the ${text}`, es: `el ${text}`, fr: `le ${text}` },
});

/** An invented land or town. */
export const land = (text: string): Entity => plainEntity(capitalise(text));

/** The days of a week, in each language. */
export const weekdays = days;
