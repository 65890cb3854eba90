import type { InLanguages } from '../say.ts';
import { bare, capitalOf, colourOf, country, homeOf, legsOf, spoken } from './lookup.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

const home =
  (x: string): Tell =>
  (l) => {
    const { said, right, wrong } = homeOf(x, l);
    return { slots: { k: spoken(x, l), v: said }, check: words([right], wrong), short: said };
  };
const legs =
  (x: string): Tell =>
  (l) => {
    const { right, wrong } = legsOf(x);
    return { slots: { k: spoken(x, l), v: right }, check: words([right], wrong), short: right };
  };
const colour =
  (x: string): Tell =>
  (l) => {
    const { right, wrong } = colourOf(x, l);
    return {
      slots: { k: spoken(x, l), x: bare(x, l), v: right },
      check: words([right], wrong),
      short: right,
    };
  };
const capital =
  (x: string): Tell =>
  (l) => {
    const { right, wrong } = capitalOf(x, l);
    return { slots: { k: country(x)[l], v: right }, check: words([right], wrong), short: right };
  };
/** Someone's work and where it is done. */
const work =
  (who: string, job: InLanguages, at: InLanguages, place: InLanguages): Tell =>
  (l) => ({ slots: { w: who, k: job[l], v: at[l] }, check: words([place[l]]), short: at[l] });

/** Speaking as someone else. */
export const roleplay: readonly WorldSpec[] = [
  {
    id: 'play-animal',
    category: 'roleplay',
    ask: {
      en: ['Suppose you were {k}: where would you live?', 'Play {k} and tell me where you live.'],
      es: ['Si tú fueras {k}, ¿dónde vivirías?', 'Haz de {k} y cuéntame dónde vives.'],
      fr: ['Si tu étais {k}, où vivrais-tu ?', 'Joue {k} et raconte où tu vis.'],
    },
    tell: { en: 'I am {k}. I live {v}.', es: 'Soy {k}. Vivo {v}.', fr: 'Je suis {k}. Je vis {v}.' },
    again: {
      en: 'And if you were {k}?',
      es: '¿Y si fueras {k}?',
      fr: 'Et si tu étais {k} ?',
    },
    second: 'another',
    facts: { dev: [home('frog'), home('cow')], test: [home('bear'), home('shark')] },
  },
  {
    id: 'play-work',
    category: 'roleplay',
    ask: {
      en: ['You are {w} {k}. In which place do you work?', 'Speak as {w} {k}: where do you work?'],
      es: ['Eres {w}, {k}. ¿En qué sitio trabajas?', 'Habla como {w}, {k}: ¿dónde trabajas?'],
      fr: [
        'Tu es {w}, {k}. À quel endroit travailles-tu ?',
        'Parle comme {w}, {k} : où travailles-tu ?',
      ],
    },
    tell: {
      en: 'I am {w} {k}. I work {v}.',
      es: 'Soy {w}, {k}. Trabajo {v}.',
      fr: 'Je suis {w}, {k}. Je travaille {v}.',
    },
    second: 'capitals',
    facts: {
      dev: [
        work(
          'Anna',
          { en: 'the gardener', es: 'la jardinera', fr: 'la jardinière' },
          { en: 'in the garden', es: 'en el jardín', fr: 'dans le jardin' },
          { en: 'garden', es: 'jardín', fr: 'jardin' },
        ),
      ],
      test: [
        work(
          'Felix',
          { en: 'the teacher', es: 'el maestro', fr: 'le maître' },
          { en: 'in the school', es: 'en la escuela', fr: "à l'école" },
          { en: 'school', es: 'escuela', fr: 'école' },
        ),
      ],
    },
  },
  {
    id: 'play-legs',
    category: 'roleplay',
    ask: {
      en: [
        'You are {k} at a fair: how many legs do you show?',
        'As {k}, you count your legs. How many?',
      ],
      es: [
        'Eres {k} en una feria: ¿cuántas patas muestras?',
        'Como {k}, cuentas tus patas. ¿Cuántas son?',
      ],
      fr: [
        'Tu es {k} à la foire : combien de pattes montres-tu ?',
        'Comme {k}, tu comptes tes pattes. Combien ?',
      ],
    },
    tell: {
      en: 'I am {k} and I have {v} legs.',
      es: 'Soy {k} y tengo {v} patas.',
      fr: "Je suis {k} et j'ai {v} pattes.",
    },
    second: 'small letters',
    facts: { dev: [legs('bee')], test: [legs('hen')] },
  },
  {
    id: 'play-thing',
    category: 'roleplay',
    ask: {
      en: [
        'You are {k} in a painting. Which colour are you?',
        'Speak as {k} and tell your colour.',
      ],
      es: ['Eres {k} en un cuadro. ¿De qué color te ves?', 'Habla como {k} y di tu color.'],
      fr: [
        'Tu es {k} dans un tableau. Quelle est ta couleur ?',
        'Parle comme {k} et dis ta couleur.',
      ],
    },
    tell: {
      en: 'I am {k} and my colour is {v}.',
      es: 'Soy {k} y mi color es {v}.',
      fr: 'Je suis {k} et ma couleur est le {v}.',
    },
    again: {
      en: 'And if you were {k}?',
      es: '¿Y si fueras {k}?',
      fr: 'Et si tu étais {k} ?',
    },
    second: 'another',
    facts: { dev: [colour('snow'), colour('grass')], test: [colour('sky'), colour('sun')] },
  },
  {
    id: 'play-guide',
    category: 'roleplay',
    ask: {
      en: [
        'You are a guide in {k}. Which capital do you show us?',
        'Guide us to the capital of {k}. Where are we?',
      ],
      es: [
        'Eres guía en {k}. ¿Qué capital nos muestras?',
        'Llévanos a la capital de {k}. ¿Dónde estamos?',
      ],
      fr: [
        'Tu es guide pour {k}. Quelle capitale nous montres-tu ?',
        'Mène-nous à la capitale de {k}. Où sommes-nous ?',
      ],
    },
    tell: {
      en: 'Welcome to {v}, the capital of {k}.',
      es: 'Ahora estamos en {v}, la capital de {k}.',
      fr: 'Nous sommes à {v}, la capitale de {k}.',
    },
    second: 'short',
    facts: { dev: [capital('Japan')], test: [capital('Portugal')] },
  },
];
