/** How each language asks for play with letters and words. Slots: {x} the word or words, {v} the answer. */
export const wordplays = {
  capitals: {
    en: {
      asks: [
        'Write {x} in capital letters.',
        'Put {x} in capitals.',
        'Change {x} to upper case.',
        'Make {x} all capitals.',
      ],
      tell: 'In capital letters: {v}.',
    },
    es: {
      asks: [
        'Escribe {x} en mayúsculas.',
        'Pon {x} en mayúsculas.',
        'Cambia {x} a mayúsculas.',
        'Pasa {x} a mayúsculas.',
      ],
      tell: 'En mayúsculas: {v}.',
    },
    fr: {
      asks: [
        'Écris {x} en majuscules.',
        'Mets {x} en majuscules.',
        'Change {x} en majuscules.',
        'Passe {x} en majuscules.',
      ],
      tell: 'En majuscules : {v}.',
    },
  },
  spell: {
    en: {
      asks: ['Spell {x}.', 'How do you spell {x}?', 'Spell the word {x} letter by letter.'],
      tell: 'The word {x} is spelled {v}.',
    },
    es: {
      asks: [
        'Deletrea {x}.',
        '¿Cómo se deletrea {x}?',
        'Deletrea la palabra {x}.',
        'Di las letras de la palabra {x}.',
      ],
      tell: 'La palabra {x} se deletrea {v}.',
    },
    fr: {
      asks: [
        'Épelle {x}.',
        'Comment épelle-t-on {x} ?',
        'Épelle le mot {x}.',
        'Dis les lettres du mot {x}.',
      ],
      tell: "Le mot {x} s'épelle {v}.",
    },
  },
  letter: {
    en: {
      asks: [
        'What is the {which} letter of {x}?',
        'Give the {which} letter of {x}.',
        'Name the {which} letter in the word {x}.',
      ],
      again: 'And the {which} letter?',
      tell: 'The {which} letter of {x} is {v}.',
      first: 'first',
      last: 'last',
    },
    es: {
      asks: [
        '¿Cuál es la {which} letra de {x}?',
        'Di la {which} letra de {x}.',
        '¿Qué letra es la {which} de {x}?',
        'Escribe la {which} letra de {x}.',
      ],
      again: '¿Y la {which} letra?',
      tell: 'La {which} letra de {x} es {v}.',
      first: 'primera',
      last: 'última',
    },
    fr: {
      asks: [
        'Quelle est la {which} lettre du mot {x} ?',
        'Donne la {which} lettre du mot {x}.',
        'Quelle lettre est la {which} du mot {x} ?',
        'Écris la {which} lettre du mot {x}.',
      ],
      again: 'Et la {which} lettre ?',
      tell: 'La {which} lettre du mot {x} est {v}.',
      first: 'première',
      last: 'dernière',
    },
  },
  repeat: {
    en: {
      asks: [
        'Say {x} {count} times.',
        'Repeat {x} {count} times.',
        'Write the word {x} {count} times.',
      ],
      tell: 'Here it is: {v}.',
      counts: ['two', 'three', 'four'],
    },
    es: {
      asks: [
        'Di {x} {count} veces.',
        'Repite {x} {count} veces.',
        'Escribe {x} {count} veces.',
        'Pon {x} {count} veces.',
      ],
      tell: 'Aquí está: {v}.',
      counts: ['dos', 'tres', 'cuatro'],
    },
    fr: {
      asks: [
        'Dis {x} {count} fois.',
        'Répète {x} {count} fois.',
        'Écris {x} {count} fois.',
        'Copie {x} {count} fois.',
      ],
      tell: 'Voici : {v}.',
      counts: ['deux', 'trois', 'quatre'],
    },
  },
} as const;
