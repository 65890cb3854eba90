import type { Relation } from './relation.ts';

const and = ['¿Y {a}?', 'Ahora {a}.', '¿Y lo mismo con {a}?', 'Lo mismo para {a}.'];
const andBare = ['¿Y {x}?', 'Ahora {x}.', '¿Y lo mismo con {x}?', 'Lo mismo para {x}.'];
const andOf = ['¿Y de {x}?', 'Ahora de {x}.', '¿Y lo mismo de {x}?', 'Lo mismo para {x}.'];

/** How Spanish asks and tells facts; `relation.ts` tells what the slots mean. */
export const spanish: Record<string, Relation> = {
  colour: {
    asks: [
      '¿De qué color es {a}?',
      'Di el color de {a}.',
      '¿Qué color tiene {a}?',
      '¿Cuál es el color de {a}?',
    ],
    tells: ['El color de {a} es {v}.'],
    again: and,
  },
  group: {
    asks: [
      '¿Qué tipo de cosa es {a}?',
      '¿A qué grupo pertenece {a}?',
      'Di el grupo de {a}.',
      '¿En qué grupo está {a}?',
    ],
    tells: ['{a} es un tipo de {v}.'],
    again: and,
  },
  sound: {
    asks: [
      '¿Qué sonido hace {a}?',
      '¿Cómo hace {a}?',
      'Di el sonido de {a}.',
      '¿Qué ruido hace {a}?',
    ],
    tells: ['{a} hace {v}.'],
    again: and,
  },
  legs: {
    asks: [
      '¿Cuántas patas tiene {a}?',
      'Di cuántas patas tiene {a}.',
      'Cuenta las patas de {a}.',
      '¿Cuál es el número de patas de {a}?',
    ],
    tells: ['{a} tiene {v} patas.'],
    again: and,
  },
  home: {
    asks: [
      '¿Dónde vive {a}?',
      'Di dónde vive {a}.',
      '¿En qué lugar vive {a}?',
      '¿Dónde puedo ver {a}?',
    ],
    tells: ['{a} vive {v}.'],
    again: and,
  },
  baby: {
    asks: [
      '¿Cómo se llama la cría de {a}?',
      'Di el nombre de la cría de {a}.',
      '¿Qué nombre tiene la cría de {a}?',
      'Nombra la cría de {a}.',
    ],
    tells: ['La cría de {a} se llama {v}.'],
    again: ['¿Y la de {a}?'],
  },
  food: {
    asks: [
      '¿Qué come {a}?',
      'Di qué come {a}.',
      '¿Qué suele comer {a}?',
      '¿Cuál es la comida de {a}?',
    ],
    tells: ['{a} come {v}.'],
    again: and,
  },
  material: {
    asks: [
      '¿De qué material es {a}?',
      'Di de qué material es {a}.',
      '¿De qué se hace {a}?',
      '¿Con qué material se hace {a}?',
    ],
    tells: ['{a} es de {v}.'],
    again: and,
  },
  use: {
    asks: [
      '¿Para qué sirve {a}?',
      '¿Para qué se usa {a}?',
      'Di para qué sirve {a}.',
      '¿Sabes para qué sirve {a}?',
    ],
    tells: ['{a} sirve {v}.'],
    again: and,
  },
  capital: {
    asks: [
      '¿Cuál es la capital de {x}?',
      'Di la capital de {x}.',
      '¿Qué ciudad es la capital de {x}?',
      'Nombra la capital de {x}.',
    ],
    tells: ['La capital de {x} es {v}.'],
    again: andOf,
  },
  continent: {
    asks: [
      '¿En qué continente está {x}?',
      '¿Dónde está {x}?',
      'Di el continente de {x}.',
      '¿En qué parte del mundo está {x}?',
    ],
    tells: ['{x} está en {v}.'],
    again: andBare,
  },
  tongue: {
    asks: [
      '¿Qué idioma se habla en {x}?',
      '¿Qué lengua se habla en {x}?',
      'Di el idioma de {x}.',
      '¿Qué habla la gente en {x}?',
    ],
    tells: ['En {x} se habla {v}.'],
    again: ['¿Y en {x}?'],
  },
  country: {
    asks: [
      '¿En qué país está {x}?',
      '¿Qué país tiene la capital {x}?',
      '¿{x} es la capital de qué país?',
      'Di en qué país está {x}.',
    ],
    tells: ['{x} es la capital de {v}.'],
    again: andBare,
  },
  opposite: {
    asks: [
      '¿Cuál es el contrario de {x}?',
      'Di el contrario de {x}.',
      '¿Qué palabra es lo contrario de {x}?',
      'Escribe el contrario de {x}.',
    ],
    tells: ['El contrario de {x} es {v}.'],
    again: andOf,
  },
  synonym: {
    asks: [
      'Di otra palabra para {x}.',
      '¿Qué palabra significa lo mismo que {x}?',
      '¿Cuál es un sinónimo de {x}?',
      'Di {x} con otra palabra.',
    ],
    tells: ['Otra palabra para {x} es {v}.'],
    again: ['¿Y para {x}?'],
  },
  plural: {
    asks: [
      '¿Cuál es el plural de {x}?',
      'Di el plural de {x}.',
      'Escribe el plural de {x}.',
      'Pon {x} en plural.',
    ],
    tells: ['El plural de {x} es {v}.'],
    again: andOf,
  },
  past: {
    asks: [
      '¿Cuál es el pasado de {x}?',
      'Di el pasado de {x}.',
      'Pon {x} en pasado.',
      'Hoy {x}. ¿Qué hice ayer?',
    ],
    tells: ['El pasado de {x} es {v}.'],
    again: andOf,
  },
  dayAfter: {
    asks: [
      '¿Qué día viene después de {x}?',
      'Di el día después de {x}.',
      '¿Qué día sigue a {x}?',
      '¿Cuál es el día después de {x}?',
    ],
    tells: ['El día después de {x} es {v}.'],
    again: ['¿Y después de {x}?'],
  },
  dayBefore: {
    asks: [
      '¿Qué día viene antes de {x}?',
      'Di el día antes de {x}.',
      '¿Qué día está antes de {x}?',
      '¿Cuál es el día antes de {x}?',
    ],
    tells: ['El día antes de {x} es {v}.'],
    again: ['¿Y antes de {x}?'],
  },
  monthAfter: {
    asks: [
      '¿Qué mes viene después de {x}?',
      'Di el mes después de {x}.',
      '¿Qué mes sigue a {x}?',
      '¿Cuál es el mes después de {x}?',
    ],
    tells: ['El mes después de {x} es {v}.'],
    again: ['¿Y después de {x}?'],
  },
  english: {
    asks: [
      '¿Cómo se dice {x} en inglés?',
      'Traduce {x} al inglés.',
      'Di {x} en inglés.',
      '¿Qué es {x} en inglés?',
    ],
    tells: ['En inglés, {x} se dice {v}.'],
    again: andBare,
  },
};
