import type { Language } from '../document.ts';

/**
 * Relations between a thing and a fact about it, as people ask and tell them. Slots: {x} the bare word,
 * {a} with "a", {the} with "the", {v} the fact. `again` is the short follow-up.
 */
export interface Relation {
  asks: readonly string[];
  tells: readonly string[];
  again: readonly string[];
}

type ByLanguage = Partial<Record<Language, Relation>>;

const andEn = ['And {a}?', 'What about {a}?', 'And for {a}?'];
const andEs = ['¿Y {a}?'];
const andFr = ['Et {a} ?'];

export const relations: Record<string, ByLanguage> = {
  colour: {
    en: {
      asks: [
        'What colour is {a}?',
        'Which colour does {a} have?',
        'Tell me the colour of {a}.',
        'Name the colour of {a}.',
        'What is the colour of {a}?',
        'What color is {a}?',
        'Do you know the colour of {a}?',
      ],
      tells: ['The colour of {a} is {v}.'],
      again: andEn,
    },
    es: {
      asks: [
        '¿De qué color es {a}?',
        'Di el color de {a}.',
        '¿Qué color tiene {a}?',
        '¿Cuál es el color de {a}?',
      ],
      tells: ['El color de {a} es {v}.'],
      again: andEs,
    },
    fr: {
      asks: [
        'De quelle couleur est {a} ?',
        'Donne la couleur de {a}.',
        'Quelle est la couleur de {a} ?',
        'Dis-moi la couleur de {a}.',
      ],
      tells: ['La couleur de {a} est {v}.'],
      again: andFr,
    },
  },
  group: {
    en: {
      asks: [
        'What kind of thing is {a}?',
        'What type of thing is {a}?',
        'To which group does {a} belong?',
        'What sort of thing is {a}?',
        'Which group is {a} in?',
        'Name the group of {a}.',
      ],
      tells: ['{a} is a kind of {v}.'],
      again: andEn,
    },
    es: {
      asks: [
        '¿Qué tipo de cosa es {a}?',
        '¿A qué grupo pertenece {a}?',
        'Di el grupo de {a}.',
        '¿En qué grupo está {a}?',
      ],
      tells: ['{a} es un tipo de {v}.'],
      again: andEs,
    },
    fr: {
      asks: [
        'Quel type de chose est {a} ?',
        'À quel groupe appartient {a} ?',
        'Donne le groupe de {a}.',
        'Quelle sorte de chose est {a} ?',
      ],
      tells: ['{a} est un type de {v}.'],
      again: andFr,
    },
  },
  sound: {
    en: {
      asks: [
        'What sound does {a} make?',
        'What does {a} say?',
        'Which noise does {a} make?',
        'Tell me the sound of {a}.',
        'How does {a} sound?',
      ],
      tells: ['The sound of {a} is {v}.'],
      again: andEn,
    },
  },
  legs: {
    en: {
      asks: [
        'How many legs does {a} have?',
        'Tell me how many legs {a} has.',
        'Count the legs of {a}.',
        'What is the number of legs of {a}?',
        'How many legs has {a} got?',
      ],
      tells: ['{a} has {v} legs.'],
      again: andEn,
    },
    es: {
      asks: [
        '¿Cuántas patas tiene {a}?',
        'Di cuántas patas tiene {a}.',
        'Cuenta las patas de {a}.',
      ],
      tells: ['{a} tiene {v} patas.'],
      again: andEs,
    },
    fr: {
      asks: [
        'Combien de pattes a {a} ?',
        'Dis combien de pattes a {a}.',
        'Compte les pattes de {a}.',
      ],
      tells: ['{a} a {v} pattes.'],
      again: andFr,
    },
  },
  home: {
    en: {
      asks: [
        'Where does {a} live?',
        'Tell me where {a} lives.',
        'Where can I find {a}?',
        'In what place does {a} live?',
        'What is the home of {a}?',
        'Where do you find {a}?',
      ],
      tells: ['{a} lives {v}.'],
      again: andEn,
    },
    es: {
      asks: [
        '¿Dónde vive {a}?',
        'Di dónde vive {a}.',
        '¿En qué lugar vive {a}?',
        '¿Dónde puedo ver {a}?',
      ],
      tells: ['{a} vive {v}.'],
      again: andEs,
    },
    fr: {
      asks: [
        'Où vit {a} ?',
        'Dis où vit {a}.',
        'Dans quel endroit vit {a} ?',
        'Où peut-on voir {a} ?',
      ],
      tells: ['{a} vit {v}.'],
      again: andFr,
    },
  },
  baby: {
    en: {
      asks: [
        'What is a baby {x} called?',
        'What do you call a young {x}?',
        'Name the baby of {a}.',
        'What is the young of {a} called?',
      ],
      tells: ['A baby {x} is called a {v}.'],
      again: andEn,
    },
  },
  food: {
    en: {
      asks: [
        'What does {a} eat?',
        'Tell me what {a} eats.',
        'What is the food of {a}?',
        'What should I feed {a}?',
      ],
      tells: ['{a} eats {v}.'],
      again: andEn,
    },
  },
  material: {
    en: {
      asks: [
        'What is {a} made of?',
        'Tell me what {a} is made of.',
        'Which material is {a} made from?',
        'What material is used for {a}?',
      ],
      tells: ['{a} is made of {v}.'],
      again: andEn,
    },
    es: {
      asks: ['¿De qué está hecho {a}?', 'Di de qué se hace {a}.', '¿Con qué material se hace {a}?'],
      tells: ['{a} se hace con {v}.'],
      again: andEs,
    },
    fr: {
      asks: ['En quoi est fait {a} ?', 'Dis en quoi on fait {a}.', 'Avec quoi fait-on {a} ?'],
      tells: ['On fait {a} avec : {v}.'],
      again: andFr,
    },
  },
  use: {
    en: {
      asks: [
        'What is {a} for?',
        'What do we use {a} for?',
        'Tell me the use of {a}.',
        'Why do people need {a}?',
        'What can I do with {a}?',
      ],
      tells: ['We use {a} {v}.'],
      again: andEn,
    },
  },
  capital: {
    en: {
      asks: [
        'What is the capital of {x}?',
        'Name the capital of {x}.',
        'Which city is the capital of {x}?',
        'Tell me the capital of {x}.',
        'What is the capital city of {x}?',
        'Do you know the capital of {x}?',
      ],
      tells: ['The capital of {x} is {v}.'],
      again: ['And of {x}?', 'What about {x}?', 'And {x}?'],
    },
    es: {
      asks: [
        '¿Cuál es la capital de {x}?',
        'Di la capital de {x}.',
        '¿Qué ciudad es la capital de {x}?',
        'Nombra la capital de {x}.',
      ],
      tells: ['La capital de {x} es {v}.'],
      again: ['¿Y de {x}?'],
    },
    fr: {
      asks: [
        'Quelle est la capitale de {x} ?',
        'Donne la capitale de {x}.',
        'Quelle ville est la capitale de {x} ?',
        'Dis-moi la capitale de {x}.',
      ],
      tells: ['La capitale de {x} est {v}.'],
      again: ['Et de {x} ?'],
    },
  },
  continent: {
    en: {
      asks: [
        'On which continent is {x}?',
        'Where is {x}?',
        'Tell me the continent of {x}.',
        'In what part of the world is {x}?',
      ],
      tells: ['{x} is in {v}.'],
      again: ['And {x}?', 'What about {x}?'],
    },
  },
  tongue: {
    en: {
      asks: [
        'Which language do people speak in {x}?',
        'What language is spoken in {x}?',
        'Tell me the language of {x}.',
        'What do people speak in {x}?',
      ],
      tells: ['People in {x} speak {v}.'],
      again: ['And in {x}?', 'What about {x}?'],
    },
  },
  country: {
    en: {
      asks: [
        'In which country is {x}?',
        'Which country has the capital {x}?',
        'What country is {x} in?',
        '{x} is the capital of which country?',
      ],
      tells: ['{x} is the capital of {v}.'],
      again: ['And {x}?', 'What about {x}?'],
    },
  },
  opposite: {
    en: {
      asks: [
        'What is the opposite of {x}?',
        'Give the opposite of {x}.',
        'Tell me the opposite of {x}.',
        'Which word is the opposite of {x}?',
        'Which word means the reverse of {x}?',
        "What's the opposite of {x}?",
      ],
      tells: ['The opposite of {x} is {v}.'],
      again: ['And of {x}?', 'And the opposite of {x}?', 'What about {x}?'],
    },
    es: {
      asks: [
        '¿Cuál es el contrario de {x}?',
        'Di el contrario de {x}.',
        '¿Qué palabra es lo contrario de {x}?',
        'Escribe el contrario de {x}.',
      ],
      tells: ['El contrario de {x} es {v}.'],
      again: ['¿Y de {x}?'],
    },
    fr: {
      asks: [
        'Quel est le contraire de {x} ?',
        'Donne le contraire de {x}.',
        'Quel mot est le contraire de {x} ?',
        'Écris le contraire de {x}.',
      ],
      tells: ['Le contraire de {x} est {v}.'],
      again: ['Et de {x} ?'],
    },
  },
  synonym: {
    en: {
      asks: [
        'Give another word for {x}.',
        'Which word means the same as {x}?',
        'What is a synonym of {x}?',
        'Say {x} with another word.',
      ],
      tells: ['Another word for {x} is {v}.'],
      again: ['And for {x}?', 'What about {x}?'],
    },
  },
  plural: {
    en: {
      asks: [
        'What is the plural of {x}?',
        'Give the plural of {x}.',
        'Write the plural of {x}.',
        'How do you say more than one {x}?',
        'One {x}, two what?',
      ],
      tells: ['The plural of {x} is {v}.'],
      again: ['And of {x}?', 'What about {x}?'],
    },
  },
  past: {
    en: {
      asks: [
        'What is the past tense of {x}?',
        'Give the past of {x}.',
        'Put {x} into the past tense.',
        'Today I {x}. What did I do yesterday?',
      ],
      tells: ['The past tense of {x} is {v}.'],
      again: ['And of {x}?', 'What about {x}?'],
    },
  },
  dayAfter: {
    en: {
      asks: [
        'What day comes after {x}?',
        'Which day follows {x}?',
        'Name the day after {x}.',
        'What is the day after {x}?',
      ],
      tells: ['The day after {x} is {v}.'],
      again: ['And after {x}?'],
    },
    es: {
      asks: [
        '¿Qué día viene después de {x}?',
        'Di el día después de {x}.',
        '¿Qué día sigue a {x}?',
      ],
      tells: ['El día después de {x} es {v}.'],
      again: ['¿Y después de {x}?'],
    },
    fr: {
      asks: ['Quel jour vient après {x} ?', 'Donne le jour après {x}.', 'Quel jour suit {x} ?'],
      tells: ['Le jour après {x} est {v}.'],
      again: ['Et après {x} ?'],
    },
  },
  dayBefore: {
    en: {
      asks: ['What day comes before {x}?', 'Name the day before {x}.', 'Which day is before {x}?'],
      tells: ['The day before {x} is {v}.'],
      again: ['And before {x}?'],
    },
    es: {
      asks: ['¿Qué día viene antes de {x}?', 'Di el día antes de {x}.'],
      tells: ['El día antes de {x} es {v}.'],
      again: ['¿Y antes de {x}?'],
    },
    fr: {
      asks: ['Quel jour vient avant {x} ?', 'Donne le jour avant {x}.'],
      tells: ['Le jour avant {x} est {v}.'],
      again: ['Et avant {x} ?'],
    },
  },
  monthAfter: {
    en: {
      asks: [
        'What month comes after {x}?',
        'Which month follows {x}?',
        'Name the month after {x}.',
        'What is the next month after {x}?',
      ],
      tells: ['The month after {x} is {v}.'],
      again: ['And after {x}?'],
    },
    es: {
      asks: ['¿Qué mes viene después de {x}?', 'Di el mes después de {x}.'],
      tells: ['El mes después de {x} es {v}.'],
      again: ['¿Y después de {x}?'],
    },
    fr: {
      asks: ['Quel mois vient après {x} ?', 'Donne le mois après {x}.'],
      tells: ['Le mois après {x} est {v}.'],
      again: ['Et après {x} ?'],
    },
  },
  spanish: {
    en: {
      asks: [
        'What is {x} in Spanish?',
        'Translate {x} into Spanish.',
        'Say {x} in Spanish.',
        'How do you say {x} in Spanish?',
        'Give the Spanish word for {x}.',
      ],
      tells: ['In Spanish, {x} is {v}.'],
      again: ['And {x}?', 'What about {x}?'],
    },
  },
  french: {
    en: {
      asks: [
        'What is {x} in French?',
        'Translate {x} into French.',
        'Say {x} in French.',
        'How do you say {x} in French?',
        'Give the French word for {x}.',
      ],
      tells: ['In French, {x} is {v}.'],
      again: ['And {x}?', 'What about {x}?'],
    },
  },
};
