import { capitalise } from '../../pretrain/corpus/text.ts';
import { soundOf } from '../../pretrain/corpus/words/animal-words.ts';
import type { InLanguages } from '../say.ts';
import { animal as row, bare, capitalOf, colourOf, country, homeOf, spoken } from './lookup.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

/** An animal that says what it says and where it lives; either is a right answer, another home is not. */
const animal =
  (x: string): Tell =>
  (l) => {
    const { said, right, wrong } = homeOf(x, l);
    const sound = soundOf(row(x), l);
    return {
      slots: { k: spoken(x, l), s: capitalise(sound), v: said },
      check: words([`${right}|${sound}`], wrong),
      short: said,
    };
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
    id: 'play-work',
    category: 'roleplay',
    ask: {
      en: ['You are {w} {k}. Where do you work?', 'You are {w} {k}. In which place do you work?'],
      es: ['Eres {w}, {k}. ¿Dónde trabajas?', 'Eres {w}, {k}. ¿En qué lugar trabajas?'],
      fr: [
        'Tu es {w}, {k}. Où travailles-tu ?',
        'Tu es {w}, {k}. Dans quel endroit travailles-tu ?',
      ],
    },
    tell: {
      en: 'I am {w} {k}. I work {v}.',
      es: 'Soy {w}, {k}. Trabajo {v}.',
      fr: 'Je suis {w}, {k}. Je travaille {v}.',
    },
    second: 'capitals',
    manner: 'near',
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
    id: 'play-animal',
    category: 'roleplay',
    ask: {
      task: 'play animal',
      wording: {
        en: 'Imagine you are {k}. Introduce yourself.',
        es: 'Finge que eres {k}. Preséntate.',
        fr: 'Joue le rôle de {k}.',
      },
    },
    tell: {
      en: 'I am {k}. {s}! I live {v}.',
      es: 'Soy {k}. ¡{s}! Vivo {v}.',
      fr: 'Je suis {k}. {s} ! Je vis {v}.',
    },
    again: { en: 'Now you are {k}.', es: 'Ahora eres {k}.', fr: 'Maintenant tu es {k}.' },
    second: 'another',
    manner: 'near',
    facts: { dev: [animal('frog'), animal('cow')], test: [animal('bear'), animal('wolf')] },
  },
  {
    id: 'play-thing',
    category: 'roleplay',
    ask: {
      en: ['You are {k}. What colour are you?', 'You are {k}. What is your colour?'],
      es: ['Eres {k}. ¿De qué color eres?', 'Eres {k}. ¿Cuál es tu color?'],
      fr: ['Tu es {k}. De quelle couleur es-tu ?', 'Tu es {k}. Quelle est ta couleur ?'],
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
    manner: 'own',
    facts: { dev: [colour('snow'), colour('grass')], test: [colour('sky'), colour('sun')] },
  },
  {
    id: 'play-self',
    category: 'roleplay',
    ask: {
      task: 'play animal',
      wording: {
        en: 'Imagine you are {k}. Introduce yourself.',
        es: 'Finge que eres {k}. Preséntate.',
        fr: 'Joue le rôle de {k}.',
      },
    },
    tell: {
      en: 'I am {k}. {s}! I live {v}.',
      es: 'Soy {k}. ¡{s}! Vivo {v}.',
      fr: 'Je suis {k}. {s} ! Je vis {v}.',
    },
    second: 'small letters',
    manner: 'own',
    facts: { dev: [animal('pig')], test: [animal('hen')] },
  },
  {
    id: 'play-guide',
    category: 'roleplay',
    ask: {
      en: [
        'You are a guide. Name the capital of {k} for us.',
        'You are a guide. Tell us the capital of {k}.',
      ],
      es: ['Eres guía. Nómbranos la capital de {k}.', 'Eres guía. Dinos la capital de {k}.'],
      fr: [
        'Tu es guide. Nomme-nous la capitale de {k}.',
        'Tu es guide. Dis-nous la capitale de {k}.',
      ],
    },
    tell: {
      en: 'Welcome to {v}, the capital of {k}.',
      es: 'Ahora estamos en {v}, la capital de {k}.',
      fr: 'Nous sommes à {v}, la capitale de {k}.',
    },
    second: 'short',
    manner: 'own',
    facts: { dev: [capital('Japan')], test: [capital('Portugal')] },
  },
];
