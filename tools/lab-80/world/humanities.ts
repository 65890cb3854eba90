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
      task: 'capital',
      wording: {
        en: 'Name the capital of {k}.',
        es: '¿Qué ciudad es la capital de {k}?',
        fr: 'Donne la capitale de {k}.',
      },
    },
    tell: {
      en: 'The capital of {k} is {v}.',
      es: 'La capital de {k} es {v}.',
      fr: 'La capitale de {k} est {v}.',
    },
    second: 'another',
    manner: 'own',
    facts: {
      dev: [capital('Italy'), capital('Spain')],
      test: [capital('Germany'), capital('Greece')],
    },
  },
  {
    id: 'rare-capital',
    category: 'humanities',
    ask: {
      en: ['What city is the capital of {k}?', 'Give me the capital of {k}.'],
      es: ['Dime cuál es la capital de {k}.', 'Dame la capital de {k}.'],
      fr: ['Dis quelle est la capitale de {k}.', 'Nomme la capitale de {k}.'],
    },
    tell: {
      en: 'The capital of {k} is {v}.',
      es: 'La capital de {k} es {v}.',
      fr: 'La capitale de {k} est {v}.',
    },
    second: 'capitals',
    manner: 'near',
    facts: { dev: [capital('Australia')], test: [capital('Belgium')] },
  },
  {
    id: 'opposite',
    category: 'humanities',
    ask: {
      task: 'opposite',
      wording: {
        en: 'Which word means the reverse of {k}?',
        es: 'Di el contrario de {k}.',
        fr: 'Écris le contraire de {k}.',
      },
    },
    tell: {
      en: 'The opposite of {k} is {v}.',
      es: 'El contrario de {k} es {v}.',
      fr: 'Le contraire de {k} est {v}.',
    },
    second: 'another',
    manner: 'own',
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
      en: ['Which day comes after {k}?', 'Tell me the day after {k}.'],
      es: ['¿Qué día va después de {k}?', 'Dime el día después de {k}.'],
      fr: ['Quel jour est après {k} ?', 'Dis-moi le jour après {k}.'],
    },
    tell: {
      en: 'The day after {k} is {v}.',
      es: 'El día después de {k} es {v}.',
      fr: 'Le jour après {k} est {v}.',
    },
    second: 'short',
    manner: 'own',
    facts: { dev: [after(days, 1)], test: [after(days, 5)] },
  },
  {
    id: 'month',
    category: 'humanities',
    ask: {
      task: 'monthAfter',
      wording: {
        en: 'Name the month after {k}.',
        es: '¿Cuál es el mes después de {k}?',
        fr: 'Quel mois suit {k} ?',
      },
    },
    tell: {
      en: 'The month after {k} is {v}.',
      es: 'El mes después de {k} es {v}.',
      fr: 'Le mois après {k} est {v}.',
    },
    again: { en: 'And after {k}?', es: '¿Y después de {k}?', fr: 'Et après {k} ?' },
    second: 'another',
    manner: 'near',
    facts: {
      dev: [after(months, 2), after(months, 5)],
      test: [after(months, 3), after(months, 8)],
    },
  },
];
