import { days, months } from '../../pretrain/corpus/words/calendar.ts';
import type { InLanguages } from '../say.ts';
import { capitalOf, country } from './lookup.ts';
import { words, type Tell, type WorldSpec } from './world-item.ts';

const capital =
  (x: string): Tell =>
  (l) => {
    const { right, wrong } = capitalOf(x, l);
    return { slots: { k: country(x)[l], v: right }, check: words([right], wrong), short: right };
  };
const opposite =
  (x: InLanguages, v: InLanguages): Tell =>
  (l) => ({ slots: { k: x[l], v: v[l] }, check: words([v[l]]), short: v[l] });
const after =
  (cycle: Record<'en' | 'es' | 'fr', readonly string[]>, at: number): Tell =>
  (l) => {
    const list = cycle[l];
    const [k = '', v = ''] = [list[at % list.length], list[(at + 1) % list.length]];
    const wrong = list.filter((it) => it !== k && it !== v);
    return { slots: { k, v }, check: words([v], wrong), short: v };
  };

/** Countries, words and the calendar. */
export const humanities: readonly WorldSpec[] = [
  {
    id: 'capital',
    category: 'humanities',
    ask: {
      en: ['Which capital belongs to {k}?', 'In {k}, which city is the capital?'],
      es: ['¿Qué capital tiene {k}?', 'En {k}, ¿qué ciudad es la capital?'],
      fr: ['Quelle capitale a {k} ?', 'Je cherche la capitale de {k}. Quelle est-elle ?'],
    },
    tell: {
      en: 'The capital of {k} is {v}.',
      es: 'La capital de {k} es {v}.',
      fr: 'La capitale de {k} est {v}.',
    },
    second: 'another',
    facts: {
      dev: [capital('Italy'), capital('Spain')],
      test: [capital('Germany'), capital('Greece')],
    },
  },
  {
    id: 'rare-capital',
    category: 'humanities',
    ask: {
      en: ['Say which city is the capital of {k}.', 'I forgot the capital of {k}. Which is it?'],
      es: ['Di qué ciudad es la capital de {k}.', 'Olvidé la capital de {k}. ¿Cuál era?'],
      fr: [
        'Dis quelle ville est la capitale de {k}.',
        "J'ai oublié la capitale de {k}. Laquelle est-ce ?",
      ],
    },
    tell: {
      en: 'The capital of {k} is {v}.',
      es: 'La capital de {k} es {v}.',
      fr: 'La capitale de {k} est {v}.',
    },
    second: 'capitals',
    facts: { dev: [capital('Australia')], test: [capital('Belgium')] },
  },
  {
    id: 'opposite',
    category: 'humanities',
    ask: {
      en: ['Which word means the reverse of {k}?', 'If it is not {k}, it is what?'],
      es: ['¿Con qué palabra digo lo contrario de {k}?', 'Si no es {k}, ¿qué es?'],
      fr: ['Par quel mot dit-on le contraire de {k} ?', "Si ce n'est pas {k}, c'est quoi ?"],
    },
    tell: {
      en: 'The opposite of {k} is {v}.',
      es: 'El contrario de {k} es {v}.',
      fr: 'Le contraire de {k} est {v}.',
    },
    second: 'another',
    facts: {
      dev: [
        opposite({ en: 'dry', es: 'seco', fr: 'sec' }, { en: 'wet', es: 'mojado', fr: 'mouillé' }),
        opposite(
          { en: 'full', es: 'lleno', fr: 'plein' },
          { en: 'empty', es: 'vacío', fr: 'vide' },
        ),
      ],
      test: [
        opposite(
          { en: 'weak', es: 'débil', fr: 'faible' },
          { en: 'strong', es: 'fuerte', fr: 'fort' },
        ),
        opposite(
          { en: 'rich', es: 'rico', fr: 'riche' },
          { en: 'poor', es: 'pobre', fr: 'pauvre' },
        ),
      ],
    },
  },
  {
    id: 'day',
    category: 'humanities',
    ask: {
      en: ['If today is {k}, what is tomorrow?', 'Today is {k}. Which day will it be tomorrow?'],
      es: ['Si hoy es {k}, ¿qué día es mañana?', 'Hoy es {k}. ¿Qué día será mañana?'],
      fr: ["Si c'est {k}, quel jour sera demain ?", 'Nous sommes {k}. Quel jour viendra demain ?'],
    },
    tell: {
      en: 'The day after {k} is {v}.',
      es: 'El día después de {k} es {v}.',
      fr: 'Le jour après {k} est {v}.',
    },
    second: 'short',
    facts: { dev: [after(days, 1)], test: [after(days, 5)] },
  },
  {
    id: 'month',
    category: 'humanities',
    ask: {
      en: ['When {k} is over, which month begins?', 'Which month do we have once {k} ends?'],
      es: ['Cuando acaba {k}, ¿qué mes empieza?', '¿Qué mes llega al terminar {k}?'],
      fr: ['Quand {k} finit, quel mois commence ?', 'Quel mois arrive à la fin de {k} ?'],
    },
    tell: {
      en: 'The month after {k} is {v}.',
      es: 'El mes después de {k} es {v}.',
      fr: 'Le mois après {k} est {v}.',
    },
    second: 'another',
    facts: {
      dev: [after(months, 2), after(months, 5)],
      test: [after(months, 3), after(months, 8)],
    },
  },
];
