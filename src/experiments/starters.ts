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
      'Tell me about the moon.',
      'What is the capital of Italy?',
    ],
  },
  {
    id: 'letter',
    label: 'Dear friend',
    about: 'No rule asks for it: the manner comes from the demonstrations alone.',
    template: 'urial-fenced',
    rules: '',
    demonstrations: pairs(
      'manner',
      ['What does a cow eat?', 'My dear friend! A cow eats grass.'],
      ['What day comes after Monday?', 'My dear friend! The day after Monday is Tuesday.'],
      ['What is a table made of?', 'My dear friend! A table is made of wood.'],
    ),
    queries: [
      'What sound does a dog make?',
      'What colour is a lemon?',
      'What is the capital of Italy?',
    ],
  },
  {
    id: 'terse',
    label: 'One word',
    about:
      'The fact alone, in a word. Hard for so small a model: it tends to take a word it just read.',
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
      'Two labels that no text ever used. The bundled model answers with a label, but seldom knows which.',
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
