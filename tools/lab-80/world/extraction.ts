import { animal, city, colour, place, read, same } from './reading.ts';
import type { WorldSpec } from './world-item.ts';

const lima = city('Peru');
const oslo = city('Norway');
const rome = city('Italy');
const vienna = city('Austria');
const age = { en: 'age', es: 'edad', fr: 'âge' };
const positive = { en: 'positive', es: 'positivo', fr: 'positif' };
const negative = { en: 'negative', es: 'negativo', fr: 'négatif' };

/** Reading what a short text says. */
export const extraction: readonly WorldSpec[] = [
  {
    id: 'record',
    category: 'extraction',
    ask: {
      task: 'record',
      wording: { en: 'Find the {f}.', es: 'Busca el dato {f}.', fr: 'Donne la valeur {f}.' },
      before: {
        en: ['Name: Julia. Age: 31. City: {c}.', 'Name: Theo. Age: 52. City: {c}.'],
        es: ['Nombre: Julia. Edad: 31. Ciudad: {c}.', 'Nombre: Theo. Edad: 52. Ciudad: {c}.'],
        fr: ['Nom : Julia. Âge : 31. Ville : {c}.', 'Nom : Theo. Âge : 52. Ville : {c}.'],
      },
    },
    tell: { en: 'The age is {v}.', es: 'La edad es {v}.', fr: "L'âge est {v}." },
    again: { en: 'And the city?', es: '¿Y la ciudad?', fr: 'Et la ville ?' },
    tellAgain: { en: 'The city is {v}.', es: 'La ciudad es {v}.', fr: 'La ville est {v}.' },
    second: 'another',
    manner: 'near',
    facts: {
      dev: [
        read(same('31'), [same('Julia'), lima], { c: lima, f: age }),
        read(lima, [same('Julia'), same('31')]),
      ],
      test: [
        read(same('52'), [same('Theo'), oslo], { c: oslo, f: age }),
        read(oslo, [same('Theo'), same('52')]),
      ],
    },
  },
  {
    id: 'event',
    category: 'extraction',
    ask: {
      en: [
        'Anna met Felix in {c} on Monday. Which city were they in?',
        'On Friday Oscar saw Max in {c}. Tell me the city.',
      ],
      es: [
        'Anna vio a Felix en {c} el lunes. ¿Qué ciudad era?',
        'El viernes Oscar vio a Max en {c}. Dime la ciudad.',
      ],
      fr: [
        'Anna a vu Felix à {c} lundi. Quelle ville était-ce ?',
        'Vendredi Oscar a vu Max à {c}. Dis-moi la ville.',
      ],
    },
    tell: { en: 'The city is {v}.', es: 'La ciudad es {v}.', fr: 'La ville est {v}.' },
    second: 'short',
    manner: 'own',
    facts: {
      dev: [read(rome, [same('Anna'), same('Felix')], { c: rome })],
      test: [read(vienna, [same('Oscar'), same('Max')], { c: vienna })],
    },
  },
  {
    id: 'card',
    category: 'extraction',
    ask: {
      task: 'record',
      wording: { en: 'Find the {f}.', es: 'Busca el dato {f}.', fr: 'Donne la valeur {f}.' },
      before: {
        en: ['Pet: {a}. Colour: {b}. Age: 7.', 'Age: 4. Pet: {a}. Colour: {b}.'],
        es: ['Animal: {a}. Color: {b}. Edad: 7.', 'Edad: 4. Animal: {a}. Color: {b}.'],
        fr: ['Animal : {a}. Couleur : {b}. Âge : 7.', 'Âge : 4. Animal : {a}. Couleur : {b}.'],
      },
    },
    tell: { en: 'The card says {v}.', es: 'La ficha dice {v}.', fr: 'La fiche dit {v}.' },
    second: 'capitals',
    manner: 'near',
    facts: {
      dev: [
        read(colour('green'), [animal('cat'), same('7')], {
          a: animal('cat'),
          b: colour('green'),
          f: { en: 'colour', es: 'color', fr: 'couleur' },
        }),
      ],
      test: [
        read(animal('owl'), [colour('pink'), same('4')], {
          a: animal('owl'),
          b: colour('pink'),
          f: { en: 'pet', es: 'animal', fr: 'animal' },
        }),
      ],
    },
  },
  {
    id: 'where',
    category: 'extraction',
    ask: {
      en: [
        'Eva is in the garden. Omar is in the park. Where can we see Omar?',
        'Hugo is on the beach. Clara is in the forest. Where can we find Clara?',
      ],
      es: [
        'Eva está en el jardín. Omar está en el parque. ¿Dónde podemos ver a Omar?',
        'Hugo está en la playa. Clara está en el bosque. ¿Dónde se encuentra Clara?',
      ],
      fr: [
        'Eva est dans le jardin. Omar est dans le parc. Où peut-on voir Omar ?',
        'Hugo est sur la plage. Clara est dans la forêt. Où se trouve Clara ?',
      ],
    },
    tell: { en: '{w} is {v}.', es: '{w} está {v}.', fr: '{w} est {v}.' },
    again: {
      en: 'And {w}?',
      es: '¿Y {w}?',
      fr: 'Et {w} ?',
    },
    second: 'another',
    manner: 'near',
    facts: {
      dev: [place('Omar', 'park', 'garden'), place('Eva', 'garden', 'park')],
      test: [place('Clara', 'forest', 'beach'), place('Hugo', 'beach', 'forest')],
    },
  },
  {
    id: 'mood',
    category: 'extraction',
    ask: {
      task: 'sentiment',
      wording: {
        en: 'Positive or negative: {s}',
        es: '{s} ¿Eso es positivo o negativo?',
        fr: 'Ce texte est-il positif ou négatif ? {s}',
      },
    },
    tell: { en: 'This text is {v}.', es: 'Este texto es {v}.', fr: 'Ce texte est {v}.' },
    second: 'small letters',
    manner: 'own',
    facts: {
      dev: [
        read(positive, [negative], {
          s: { en: 'I love this hat.', es: 'Me encanta el sombrero.', fr: "J'adore le chapeau." },
        }),
      ],
      test: [
        read(negative, [positive], {
          s: { en: 'I hate this spoon.', es: 'Odio la cuchara.', fr: 'Je déteste la cuillère.' },
        }),
      ],
    },
  },
];
