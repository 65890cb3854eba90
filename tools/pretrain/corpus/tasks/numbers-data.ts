// How numbers are asked for and told. Slots: {x} and {n} the number, {list} numbers, {v} the answer.

export const followTemplates = {
  en: {
    1: [
      'What number comes after {x}?',
      'Which number follows {x}?',
      'Count on from {x}: what is next?',
    ],
    '-1': ['What number comes before {x}?', 'Which number is just below {x}?'],
    says: ['The number after {x} is {v}.', 'The number before {x} is {v}.'],
  },
  es: {
    1: [
      '¿Qué número viene después de {x}?',
      'Di el número después de {x}.',
      '¿Qué número sigue a {x}?',
      '¿Cuál es el número después de {x}?',
    ],
    '-1': [
      '¿Qué número viene antes de {x}?',
      'Di el número antes de {x}.',
      '¿Qué número está antes de {x}?',
      '¿Cuál es el número antes de {x}?',
    ],
    says: ['El número después de {x} es {v}.', 'El número antes de {x} es {v}.'],
  },
  fr: {
    1: [
      'Quel nombre vient après {x} ?',
      'Donne le nombre après {x}.',
      'Quel nombre suit {x} ?',
      'Quel est le nombre après {x} ?',
    ],
    '-1': [
      'Quel nombre vient avant {x} ?',
      'Donne le nombre avant {x}.',
      'Quel nombre est avant {x} ?',
      'Quel est le nombre avant {x} ?',
    ],
    says: ['Le nombre après {x} est {v}.', 'Le nombre avant {x} est {v}.'],
  },
} as const;

export const sortAgain = {
  en: ['Now from large to small.', 'And the other way round?', 'Now reverse the order.'],
  es: ['Ahora de mayor a menor.', '¿Y al revés?'],
  fr: ['Maintenant du plus grand au plus petit.', "Et dans l'autre sens ?"],
} as const;

export const extremeAsks = {
  en: {
    big: [
      'Which number is the largest: {list}?',
      'Find the biggest number: {list}.',
      'What is the highest of {list}?',
    ],
    small: ['Which number is the smallest: {list}?', 'Find the lowest number: {list}.'],
  },
  es: {
    big: [
      '¿Qué número es el mayor: {list}?',
      'Busca el número más grande: {list}.',
      '¿Cuál es el número mayor: {list}?',
      'Di el mayor de {list}.',
    ],
    small: [
      '¿Qué número es el menor: {list}?',
      'Busca el número más pequeño: {list}.',
      '¿Cuál es el número menor: {list}?',
      'Di el menor de {list}.',
    ],
  },
  fr: {
    big: [
      'Quel nombre est le plus grand : {list} ?',
      'Trouve le plus grand nombre : {list}.',
      'Quel est le plus grand nombre : {list} ?',
      'Dis le plus grand de {list}.',
    ],
    small: [
      'Quel nombre est le plus petit : {list} ?',
      'Trouve le plus petit nombre : {list}.',
      'Quel est le plus petit nombre : {list} ?',
      'Dis le plus petit de {list}.',
    ],
  },
} as const;

export const extremeAgain = {
  en: ['And the largest?', 'And the smallest?'],
  es: ['¿Y el mayor?', '¿Y el menor?'],
  fr: ['Et le plus grand ?', 'Et le plus petit ?'],
} as const;

export const patterns = {
  en: {
    asks: [
      'What comes next: {list}?',
      'Continue the pattern: {list}.',
      'Which number comes next in {list}?',
    ],
    again: 'And after that?',
    tell: 'The next number is {v}.',
    tellAgain: 'After that comes {v}.',
    more: 'Each number is {step} more than the one before.',
  },
  es: {
    asks: [
      '¿Qué número sigue: {list}?',
      'Continúa la serie: {list}.',
      '¿Qué viene después: {list}?',
      '¿Cuál es el número siguiente: {list}?',
    ],
    again: '¿Y después?',
    tell: 'El número siguiente es {v}.',
    tellAgain: 'Después viene {v}.',
    more: 'Cada número es {step} más que el anterior.',
  },
  fr: {
    asks: [
      'Quel nombre vient ensuite : {list} ?',
      'Continue la suite : {list}.',
      'Quel est le nombre suivant : {list} ?',
      "Qu'est-ce qui vient ensuite : {list} ?",
    ],
    again: 'Et après ?',
    tell: 'Le nombre suivant est {v}.',
    tellAgain: 'Après vient {v}.',
    more: 'Chaque nombre vaut {step} de plus que le précédent.',
  },
} as const;
