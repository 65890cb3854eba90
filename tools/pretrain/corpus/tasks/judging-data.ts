// How judgements are asked for and told. Slots: {a} {the} a thing, {s} a text, {d} a deed, {v} the claim.

export const feelings = {
  en: {
    positive: [
      'I love this {x}.',
      'The {x} is wonderful.',
      'What a great {x}!',
      'This {x} made me happy.',
      'The {x} works very well.',
    ],
    negative: [
      'I hate this {x}.',
      'The {x} is terrible.',
      'What a bad {x}!',
      'This {x} made me angry.',
      'The {x} broke after a day.',
    ],
  },
  es: {
    positive: [
      'Me encanta {the}.',
      '{the} es genial.',
      '{the} es una maravilla.',
      '{the} me hace muy feliz.',
      'Me gusta mucho {the}.',
    ],
    negative: [
      'Odio {the}.',
      '{the} es horrible.',
      '{the} es un desastre.',
      '{the} me pone muy triste.',
      'No me gusta nada {the}.',
    ],
  },
  fr: {
    positive: [
      "J'adore {the}.",
      '{the} est magnifique.',
      '{the} est une merveille.',
      '{the} me rend heureux.',
      "J'aime beaucoup {the}.",
    ],
    negative: [
      'Je déteste {the}.',
      '{the} est horrible.',
      '{the} est une catastrophe.',
      '{the} me rend triste.',
      "Je n'aime pas du tout {the}.",
    ],
  },
} as const;

export const sentiments = {
  en: {
    asks: [
      'Is this positive or negative? {s}',
      'Positive or negative: {s}',
      'What is the mood of this text? {s}',
      '{s} Is that good or bad news: positive or negative?',
    ],
    positive: 'positive',
    negative: 'negative',
    tell: 'This text is {v}.',
  },
  es: {
    asks: [
      '¿Es esto positivo o negativo? {s}',
      'Positivo o negativo: {s}',
      '¿Es positivo o negativo este texto? {s}',
      '{s} ¿Eso es positivo o negativo?',
    ],
    positive: 'positivo',
    negative: 'negativo',
    tell: 'Este texto es {v}.',
  },
  fr: {
    asks: [
      'Est-ce positif ou négatif ? {s}',
      'Positif ou négatif : {s}',
      'Ce texte est-il positif ou négatif ? {s}',
      '{s} Est-ce que cela est positif ou négatif ?',
    ],
    positive: 'positif',
    negative: 'négatif',
    tell: 'Ce texte est {v}.',
  },
} as const;

export const truthAsks = {
  en: ['Is {a} {v}?', 'True or not: {a} is {v}?', 'Would you say that {a} is {v}?'],
  es: ['¿Es {a} {v}?', 'Di si {a} es {v}.', 'Verdad o no: ¿{a} es {v}?', '¿Dirías que {a} es {v}?'],
  fr: [
    'Est-ce que {a} est {v} ?',
    'Dis si {a} est {v}.',
    'Vrai ou non : {a} est {v} ?',
    'Dirais-tu que {a} est {v} ?',
  ],
} as const;

export const truthTells = {
  en: ['Yes, {a} is {v}.', 'No, {a} is not {v}.'],
  es: ['Sí, {a} es {v}.', 'No, {a} no es {v}.'],
  fr: ['Oui, {a} est {v}.', "Non, {a} n'est pas {v}."],
} as const;

export const abilities = {
  en: {
    asks: ['Can {a} {d}?', 'Is {a} able to {d}?', 'Does {a} {d}?', 'Do you know if {a} can {d}?'],
    fly: 'fly',
    swim: 'swim',
    yes: 'Yes, {a} can {d}.',
    no: 'No, {a} does not {d}.',
  },
  es: {
    asks: [
      '¿Puede {d} {a}?',
      '¿Sabe {d} {a}?',
      '¿Es {a} capaz de {d}?',
      '¿Sabes si {a} puede {d}?',
    ],
    fly: 'volar',
    swim: 'nadar',
    yes: 'Sí, {a} puede {d}.',
    no: 'No, {a} no puede {d}.',
  },
  fr: {
    asks: [
      'Est-ce que {a} peut {d} ?',
      'Est-ce que {a} sait {d} ?',
      'Dis si {a} peut {d}.',
      'Sais-tu si {a} peut {d} ?',
    ],
    fly: 'voler',
    swim: 'nager',
    yes: 'Oui, {a} peut {d}.',
    no: 'Non, {a} ne peut pas {d}.',
  },
} as const;
