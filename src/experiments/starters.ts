import type { TemplateId } from '../domain/recipe.ts';

/** Rules, demonstrations and queries to begin with, in the project's own words. */
export interface Starter {
  id: string;
  label: string;
  /** What there is to see, in one sentence. */
  about: string;
  template: TemplateId;
  rules: string;
  demonstrations: readonly { query: string; answer: string; category: string }[];
  /** Queries to try, the first of which is asked at once. */
  queries: readonly [string, ...string[]];
}

const pairs = (category: string, ...texts: readonly (readonly [string, string])[]) =>
  texts.map(([query, answer]) => ({ query, answer, category }));

/** Sized for the bundled model: its small world of animals, things, numbers and countries. */
export const starters: readonly [Starter, ...Starter[]] = [
  {
    id: 'helpful',
    label: 'Helpful assistant',
    about: 'Three friendly answers. Does a fourth question get one too?',
    template: 'urial-fenced',
    rules:
      'Below are some questions and their answers. The helper is kind, honest and clear. Every answer is a whole sentence.',
    demonstrations: pairs(
      'facts',
      ['How many legs does a cow have?', 'Good question! A cow has 4 legs. I hope this helps!'],
      [
        'What is the capital of France?',
        'Good question! The capital of France is Paris. I hope this helps!',
      ],
      [
        'What is the opposite of hot?',
        'Good question! The opposite of hot is cold. I hope this helps!',
      ],
    ),
    queries: [
      'Where does a lion live?',
      'What colour is a lemon?',
      'What is 3 + 4?',
      'Write a sentence about a horse.',
    ],
  },
  {
    id: 'pirate',
    label: 'Pirate',
    about: 'No rule mentions the sea: the manner comes from the demonstrations alone.',
    template: 'urial-fenced',
    rules: '',
    demonstrations: pairs(
      'play',
      ['What does a cow eat?', 'Ahoy, my friend! A cow eats grass. Arr!'],
      ['What day comes after Monday?', 'Ahoy, my friend! The day after Monday is Tuesday. Arr!'],
      ['What is a table made of?', 'Ahoy, my friend! A table is made of wood. Arr!'],
    ),
    queries: ['What sound does a dog make?', 'What is 2 + 5?', 'Where does a whale live?'],
  },
  {
    id: 'terse',
    label: 'One word',
    about: 'The facts alone. Switch the rules off and see whether the demonstrations are enough.',
    template: 'urial-fenced',
    rules: 'Short answers only. Answer with one word.',
    demonstrations: pairs(
      'facts',
      ['What colour is a carrot?', 'orange'],
      ['What is the plural of mouse?', 'mice'],
      ['Which language do people speak in Spain?', 'Spanish'],
    ),
    queries: [
      'What colour is a lemon?',
      'What is the capital of Italy?',
      'How many legs does a bee have?',
    ],
  },
  {
    id: 'labels',
    label: 'New labels',
    about:
      'Two labels that no text ever used: only the demonstrations say which is which. Swap two answers to break it.',
    template: 'plain',
    rules: '',
    demonstrations: pairs(
      'labels',
      ['horse', 'zub'],
      ['apple', 'mip'],
      ['wolf', 'zub'],
      ['banana', 'mip'],
      ['sheep', 'zub'],
      ['cherry', 'mip'],
    ),
    queries: ['lion', 'pear', 'cow', 'lemon'],
  },
  {
    id: 'spanish',
    label: 'En español',
    about: 'The same model in its second language, of which it has read much less.',
    template: 'urial-fenced',
    rules: 'Lee cada pregunta y responde. Usa frases claras.',
    demonstrations: pairs(
      'español',
      ['¿De qué color es una manzana?', 'Claro. El color de una manzana es rojo.'],
      ['¿Cuál es la capital de Francia?', 'Claro. La capital de Francia es París.'],
      ['¿Qué día viene después de lunes?', 'Claro. El día después de lunes es martes.'],
    ),
    queries: [
      '¿Cuántas patas tiene un perro?',
      '¿Cuál es el contrario de grande?',
      '¿Cuánto es 2 + 3?',
    ],
  },
];
