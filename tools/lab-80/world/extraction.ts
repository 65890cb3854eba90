import { animal, both, city, colour, place, read, same } from './reading.ts';
import type { WorldSpec } from './world-item.ts';

const lima = city('Peru');
const oslo = city('Norway');
const rome = city('Italy');
const vienna = city('Austria');

/** Reading what a short text says. */
export const extraction: readonly WorldSpec[] = [
  {
    id: 'record',
    category: 'extraction',
    ask: {
      en: [
        'Name: Julia. Age: 31. City: {c}. Read out the age, please.',
        'Name: Theo; Age: 52; City: {c}. I only want to know the age.',
      ],
      es: [
        'Nombre: Julia. Edad: 31. Ciudad: {c}. Por favor, lee la edad.',
        'Nombre: Theo; Edad: 52; Ciudad: {c}. Solo quiero saber la edad.',
      ],
      fr: [
        "Nom : Julia. Âge : 31. Ville : {c}. Lis l'âge, s'il te plaît.",
        "Nom : Theo ; Âge : 52 ; Ville : {c}. Je veux seulement savoir l'âge.",
      ],
    },
    tell: { en: 'The age is {v}.', es: 'La edad es {v}.', fr: "L'âge est {v}." },
    again: {
      en: 'And which city is written there?',
      es: '¿Y qué ciudad está escrita ahí?',
      fr: 'Et quelle ville est écrite là ?',
    },
    tellAgain: { en: 'The city is {v}.', es: 'La ciudad es {v}.', fr: 'La ville est {v}.' },
    second: 'another',
    facts: {
      dev: [
        read(same('31'), [same('Julia'), lima], { c: lima }),
        read(lima, [same('Julia'), same('31')]),
      ],
      test: [
        read(same('52'), [same('Theo'), oslo], { c: oslo }),
        read(oslo, [same('Theo'), same('52')]),
      ],
    },
  },
  {
    id: 'event',
    category: 'extraction',
    ask: {
      en: [
        'Anna met Felix in {c} on Monday. Which city did they see together?',
        'On Friday Oscar saw Max in {c}. Which city is this about?',
      ],
      es: [
        'Anna vio a Felix en {c} el lunes. ¿Qué ciudad vieron juntos?',
        'El viernes Oscar vio a Max en {c}. ¿De qué ciudad se habla?',
      ],
      fr: [
        'Anna a vu Felix à {c} lundi. Quelle ville ont-ils vue ensemble ?',
        'Vendredi Oscar a vu Max à {c}. De quelle ville parle-t-on ?',
      ],
    },
    tell: { en: 'The city is {v}.', es: 'La ciudad es {v}.', fr: 'La ville est {v}.' },
    second: 'short',
    facts: {
      dev: [read(rome, [same('Anna'), same('Felix')], { c: rome })],
      test: [read(vienna, [same('Oscar'), same('Max')], { c: vienna })],
    },
  },
  {
    id: 'where',
    category: 'extraction',
    ask: {
      en: [
        'Eva is in the garden. Omar is in the park. Where would I meet Omar?',
        'Hugo is on the beach. Clara is in the forest. Where would I meet Clara?',
      ],
      es: [
        'Eva está en el jardín. Omar está en el parque. ¿Dónde encontraría a Omar?',
        'Hugo está en la playa. Clara está en el bosque. ¿Dónde encontraría a Clara?',
      ],
      fr: [
        'Eva est dans le jardin. Omar est dans le parc. Où pourrais-je trouver Omar ?',
        'Hugo est sur la plage. Clara est dans la forêt. Où pourrais-je trouver Clara ?',
      ],
    },
    tell: { en: '{w} is {v}.', es: '{w} está {v}.', fr: '{w} est {v}.' },
    again: {
      en: 'And where would I meet {w}?',
      es: '¿Y dónde encontraría a {w}?',
      fr: 'Et où pourrais-je trouver {w} ?',
    },
    second: 'another',
    facts: {
      dev: [place('Omar', 'park', 'garden'), place('Eva', 'garden', 'park')],
      test: [place('Clara', 'forest', 'beach'), place('Hugo', 'beach', 'forest')],
    },
  },
  {
    id: 'card',
    category: 'extraction',
    ask: {
      en: [
        'Animal: {a}. Colour: {b}. Age: 7. Please read out the colour.',
        'Age: 4. Animal: {a}. Colour: {b}. Please read out the animal.',
      ],
      es: [
        'Animal: {a}. Color: {b}. Edad: 7. Por favor, lee el color.',
        'Edad: 4. Animal: {a}. Color: {b}. Por favor, lee el animal.',
      ],
      fr: [
        "Animal : {a}. Couleur : {b}. Âge : 7. Lis la couleur, s'il te plaît.",
        "Âge : 4. Animal : {a}. Couleur : {b}. Lis l'animal, s'il te plaît.",
      ],
    },
    tell: { en: 'The card says {v}.', es: 'La ficha dice {v}.', fr: 'La fiche dit {v}.' },
    second: 'capitals',
    facts: {
      dev: [
        read(colour('green'), [animal('cat'), same('7')], { a: animal('cat'), b: colour('green') }),
      ],
      test: [
        read(animal('owl'), [colour('pink'), same('4')], { a: animal('owl'), b: colour('pink') }),
      ],
    },
  },
  {
    id: 'animals',
    category: 'extraction',
    ask: {
      en: [
        'A dog, a red hat and a cow stand there. Which animals do you see?',
        'I have a spoon, a duck and a goat. Which animals do I have?',
      ],
      es: [
        'Ahí hay un perro, un sombrero rojo y una vaca. ¿Qué animales ves?',
        'Tengo una cuchara, un pato y una cabra. ¿Qué animales tengo?',
      ],
      fr: [
        'Voilà un chien, un chapeau rouge et une vache. Quels animaux vois-tu ?',
        "J'ai une cuillère, un canard et une chèvre. Quels animaux ai-je ?",
      ],
    },
    tell: {
      en: 'The animals are {v}.',
      es: 'Los animales son {v}.',
      fr: 'Les animaux sont : {v}.',
    },
    second: 'list',
    facts: {
      dev: [both(['dog', 'cow'], { en: 'hat', es: 'sombrero', fr: 'chapeau' })],
      test: [both(['duck', 'goat'], { en: 'spoon', es: 'cuchara', fr: 'cuillère' })],
    },
  },
];
