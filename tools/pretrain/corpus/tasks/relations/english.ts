import type { Relation } from './relation.ts';

const andMore = [
  'And {a}?',
  'What about {a}?',
  'And for {a}?',
  'Now {a}.',
  'And the same for {a}?',
  'The same with {a}.',
];

/** How English asks and tells facts; `relation.ts` tells what the slots mean. */
export const english: Record<string, Relation> = {
  colour: {
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
    again: andMore,
  },
  group: {
    asks: [
      'What kind of thing is {a}?',
      'What type of thing is {a}?',
      'To which group does {a} belong?',
      'What sort of thing is {a}?',
      'Which group is {a} in?',
      'Name the group of {a}.',
    ],
    tells: ['{a} is a kind of {v}.'],
    again: andMore,
  },
  sound: {
    asks: [
      'What sound does {a} make?',
      'What does {a} say?',
      'Which noise does {a} make?',
      'Tell me the sound of {a}.',
      'How does {a} sound?',
    ],
    tells: ['The sound of {a} is {v}.'],
    again: andMore,
  },
  legs: {
    asks: [
      'How many legs does {a} have?',
      'Tell me how many legs {a} has.',
      'Count the legs of {a}.',
      'What is the number of legs of {a}?',
      'How many legs has {a} got?',
    ],
    tells: ['{a} has {v} legs.'],
    again: andMore,
  },
  home: {
    asks: [
      'Where does {a} live?',
      'Tell me where {a} lives.',
      'Where can I find {a}?',
      'In what place does {a} live?',
      'What is the home of {a}?',
      'Where do you find {a}?',
    ],
    tells: ['{a} lives {v}.'],
    again: andMore,
  },
  baby: {
    asks: [
      'What is a baby {x} called?',
      'What do you call a young {x}?',
      'Name the baby of {a}.',
      'What is the young of {a} called?',
    ],
    tells: ['A baby {x} is called a {v}.'],
    again: andMore,
  },
  food: {
    asks: [
      'What does {a} eat?',
      'Tell me what {a} eats.',
      'What is the food of {a}?',
      'What should I feed {a}?',
    ],
    tells: ['{a} eats {v}.'],
    again: andMore,
  },
  material: {
    asks: [
      'What is {a} made of?',
      'Tell me what {a} is made of.',
      'Which material is {a} made from?',
      'What material is used for {a}?',
    ],
    tells: ['{a} is made of {v}.'],
    again: andMore,
  },
  use: {
    asks: [
      'What is {a} for?',
      'What do we use {a} for?',
      'Tell me the use of {a}.',
      'Why do people need {a}?',
      'What can I do with {a}?',
    ],
    tells: ['We use {a} {v}.'],
    again: andMore,
  },
  capital: {
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
  continent: {
    asks: [
      'On which continent is {x}?',
      'Where is {x}?',
      'Tell me the continent of {x}.',
      'In what part of the world is {x}?',
    ],
    tells: ['{x} is in {v}.'],
    again: [
      'And {x}?',
      'What about {x}?',
      'Now {x}.',
      'And the same for {x}?',
      'The same with {x}.',
    ],
  },
  tongue: {
    asks: [
      'Which language do people speak in {x}?',
      'What language is spoken in {x}?',
      'Tell me the language of {x}.',
      'What do people speak in {x}?',
    ],
    tells: ['People in {x} speak {v}.'],
    again: ['And in {x}?', 'What about {x}?'],
  },
  country: {
    asks: [
      'In which country is {x}?',
      'Which country has the capital {x}?',
      'What country is {x} in?',
      '{x} is the capital of which country?',
    ],
    tells: ['{x} is the capital of {v}.'],
    again: [
      'And {x}?',
      'What about {x}?',
      'Now {x}.',
      'And the same for {x}?',
      'The same with {x}.',
    ],
  },
  opposite: {
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
  synonym: {
    asks: [
      'Give another word for {x}.',
      'Which word means the same as {x}?',
      'What is a synonym of {x}?',
      'Say {x} with another word.',
    ],
    tells: ['Another word for {x} is {v}.'],
    again: ['And for {x}?', 'What about {x}?'],
  },
  plural: {
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
  past: {
    asks: [
      'What is the past tense of {x}?',
      'Give the past of {x}.',
      'Put {x} into the past tense.',
      'Today I {x}. What did I do yesterday?',
    ],
    tells: ['The past tense of {x} is {v}.'],
    again: ['And of {x}?', 'What about {x}?'],
  },
  dayAfter: {
    asks: [
      'What day comes after {x}?',
      'Which day follows {x}?',
      'Name the day after {x}.',
      'What is the day after {x}?',
    ],
    tells: ['The day after {x} is {v}.'],
    again: ['And after {x}?'],
  },
  dayBefore: {
    asks: ['What day comes before {x}?', 'Name the day before {x}.', 'Which day is before {x}?'],
    tells: ['The day before {x} is {v}.'],
    again: ['And before {x}?'],
  },
  monthAfter: {
    asks: [
      'What month comes after {x}?',
      'Which month follows {x}?',
      'Name the month after {x}.',
      'What is the next month after {x}?',
    ],
    tells: ['The month after {x} is {v}.'],
    again: ['And after {x}?'],
  },
  spanish: {
    asks: [
      'What is {x} in Spanish?',
      'Translate {x} into Spanish.',
      'Say {x} in Spanish.',
      'How do you say {x} in Spanish?',
      'Give the Spanish word for {x}.',
    ],
    tells: ['In Spanish, {x} is {v}.'],
    again: [
      'And {x}?',
      'What about {x}?',
      'Now {x}.',
      'And the same for {x}?',
      'The same with {x}.',
    ],
  },
  french: {
    asks: [
      'What is {x} in French?',
      'Translate {x} into French.',
      'Say {x} in French.',
      'How do you say {x} in French?',
      'Give the French word for {x}.',
    ],
    tells: ['In French, {x} is {v}.'],
    again: [
      'And {x}?',
      'What about {x}?',
      'Now {x}.',
      'And the same for {x}?',
      'The same with {x}.',
    ],
  },
};
