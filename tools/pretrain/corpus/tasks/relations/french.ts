import type { Relation } from './relation.ts';

const and = [
  'Et {a} ?',
  'Maintenant {a}.',
  'Et la même chose avec {a} ?',
  'La même chose pour {a}.',
];
const andBare = [
  'Et {x} ?',
  'Maintenant {x}.',
  'Et la même chose avec {x} ?',
  'La même chose pour {x}.',
];
const andOf = [
  'Et de {x} ?',
  'Maintenant de {x}.',
  'Et la même chose pour {x} ?',
  'La même chose avec {x}.',
];

/** How French asks and tells facts; `relation.ts` tells what the slots mean. */
export const french: Record<string, Relation> = {
  colour: {
    asks: [
      'De quelle couleur est {a} ?',
      'Donne la couleur de {a}.',
      'Quelle est la couleur de {a} ?',
      'Dis-moi la couleur de {a}.',
    ],
    tells: ['La couleur de {a} est {v}.'],
    again: and,
  },
  group: {
    asks: [
      'Quel type de chose est {a} ?',
      'À quel groupe appartient {a} ?',
      'Donne le groupe de {a}.',
      'Quelle sorte de chose est {a} ?',
    ],
    tells: ['{a} est un type de {v}.'],
    again: and,
  },
  sound: {
    asks: [
      'Quel bruit fait {a} ?',
      'Quel cri fait {a} ?',
      'Donne le cri de {a}.',
      'Comment fait {a} ?',
    ],
    tells: ['{a} fait {v}.'],
    again: and,
  },
  legs: {
    asks: [
      'Combien de pattes a {a} ?',
      'Dis combien de pattes a {a}.',
      'Compte les pattes de {a}.',
      'Quel est le nombre de pattes de {a} ?',
    ],
    tells: ['{a} a {v} pattes.'],
    again: and,
  },
  home: {
    asks: [
      'Où vit {a} ?',
      'Dis où vit {a}.',
      'Dans quel endroit vit {a} ?',
      'Où peut-on voir {a} ?',
    ],
    tells: ['{a} vit {v}.'],
    again: and,
  },
  baby: {
    asks: [
      "Comment s'appelle le petit de {a} ?",
      'Donne le nom du petit de {a}.',
      'Quel est le nom du petit de {a} ?',
      'Nomme le petit de {a}.',
    ],
    tells: ["Le petit de {a} s'appelle {v}."],
    again: ['Et le petit de {a} ?'],
  },
  food: {
    asks: [
      'Que mange {a} ?',
      'Dis ce que mange {a}.',
      'Quelle est la nourriture de {a} ?',
      'Que donner à manger à {a} ?',
    ],
    tells: ['{a} mange {v}.'],
    again: and,
  },
  material: {
    asks: [
      'En quelle matière est {a} ?',
      'Dis en quelle matière est {a}.',
      'En quoi fait-on {a} ?',
      'Avec quoi fait-on {a} ?',
    ],
    tells: ['{a} est en {v}.'],
    again: and,
  },
  use: {
    asks: [
      'À quoi sert {a} ?',
      'Dis à quoi sert {a}.',
      'Sais-tu à quoi sert {a} ?',
      'Explique à quoi sert {a}.',
    ],
    tells: ['{a} sert {v}.'],
    again: and,
  },
  capital: {
    asks: [
      'Quelle est la capitale de {x} ?',
      'Donne la capitale de {x}.',
      'Quelle ville est la capitale de {x} ?',
      'Dis-moi la capitale de {x}.',
    ],
    tells: ['La capitale de {x} est {v}.'],
    again: andOf,
  },
  continent: {
    asks: [
      'Sur quel continent est {x} ?',
      'Où est {x} ?',
      'Donne le continent de {x}.',
      'Dans quelle partie du monde est {x} ?',
    ],
    tells: ['{x} est en {v}.'],
    again: andBare,
  },
  tongue: {
    asks: [
      'Quelle est la langue de {x} ?',
      'Donne la langue de {x}.',
      'Dis-moi la langue de {x}.',
      'Nomme la langue de {x}.',
    ],
    tells: ['La langue de {x} est {v}.'],
    again: andOf,
  },
  country: {
    asks: [
      'Dans quel pays est {x} ?',
      'Quel pays a pour capitale {x} ?',
      '{x} est la capitale de quel pays ?',
      'Dis dans quel pays est {x}.',
    ],
    tells: ['{x} est la capitale de {v}.'],
    again: andBare,
  },
  opposite: {
    asks: [
      'Quel est le contraire de {x} ?',
      'Donne le contraire de {x}.',
      'Quel mot est le contraire de {x} ?',
      'Écris le contraire de {x}.',
    ],
    tells: ['Le contraire de {x} est {v}.'],
    again: andOf,
  },
  synonym: {
    asks: [
      'Donne un autre mot pour {x}.',
      'Quel mot veut dire la même chose que {x} ?',
      'Donne un synonyme de {x}.',
      'Dis {x} avec un autre mot.',
    ],
    tells: ['Un autre mot pour {x} est {v}.'],
    again: ['Et pour {x} ?'],
  },
  // "Du mot" keeps "de" from the words it joins with and from those it does not ("d'aigle", "de hibou").
  plural: {
    asks: [
      'Quel est le pluriel du mot {x} ?',
      'Donne le pluriel du mot {x}.',
      'Écris {x} au pluriel.',
      'Mets {x} au pluriel.',
    ],
    tells: ['Le pluriel du mot {x} est {v}.'],
    again: ['Et du mot {x} ?'],
  },
  past: {
    asks: [
      'Mets au passé : {x}.',
      'Écris au passé : {x}.',
      'Dis au passé : {x}.',
      "Aujourd'hui {x}. Et hier ?",
    ],
    tells: ['Au passé, {x} devient {v}.'],
    again: [
      'Et {x} ?',
      'Maintenant {x}.',
      'Et la même chose avec {x} ?',
      'La même chose pour {x}.',
    ],
  },
  dayAfter: {
    asks: [
      'Quel jour vient après {x} ?',
      'Donne le jour après {x}.',
      'Quel jour suit {x} ?',
      'Quel est le jour après {x} ?',
    ],
    tells: ['Le jour après {x} est {v}.'],
    again: ['Et après {x} ?'],
  },
  dayBefore: {
    asks: [
      'Quel jour vient avant {x} ?',
      'Donne le jour avant {x}.',
      'Quel jour est avant {x} ?',
      'Quel est le jour avant {x} ?',
    ],
    tells: ['Le jour avant {x} est {v}.'],
    again: ['Et avant {x} ?'],
  },
  monthAfter: {
    asks: [
      'Quel mois vient après {x} ?',
      'Donne le mois après {x}.',
      'Quel mois suit {x} ?',
      'Quel est le mois après {x} ?',
    ],
    tells: ['Le mois après {x} est {v}.'],
    again: ['Et après {x} ?'],
  },
  english: {
    asks: [
      'Comment dit-on {x} en anglais ?',
      'Traduis {x} en anglais.',
      'Dis {x} en anglais.',
      'Quel est le mot anglais pour {x} ?',
    ],
    tells: ['En anglais, {x} se dit {v}.'],
    again: andBare,
  },
};
