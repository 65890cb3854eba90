import type { BenchLanguage, BenchTurn, Format } from '../../src/scoring/lab-80/schema.ts';
import { asks as trained } from '../pretrain/corpus/families/follow-ups.ts';
import { heldOutWording } from '../pretrain/corpus/hold-out.ts';
import type { WordingAgain } from './item.ts';
import { halves, type Half, type InLanguages } from './say.ts';

/** The forms that a second turn may ask for. */
export type Form = Exclude<Format, 'sentence' | 'code'>;

/** How near a second turn's wording is to those of the corpus. */
export type Manner = 'near' | 'own';

/** What a second turn asks for: the same of something else, or the first answer in another form. */
export type Second = 'another' | Form;

/** What an item's file says of its second turn's wording. */
export const wordingAgain = (second: Second, manner: Manner): WordingAgain =>
  manner === 'own' ? 'own' : second === 'another' ? 'short' : 'held-out';

/** By turns near and own, for follow-ups and for changes of form each on their own. */
export function manners(seconds: readonly Second[]): Manner[] {
  return seconds.map((second, at) => {
    const before = seconds
      .slice(0, at)
      .filter((it) => (it === 'another') === (second === 'another'));
    return before.length % 2 === 0 ? 'near' : 'own';
  });
}

const changes = {
  capitals: 'capitals',
  'small letters': 'small',
  list: 'list',
  short: 'shorter',
} as const satisfies Record<Form, string>;

/** The wording for a form that the corpus holds out. Throws an Error where it holds out none. */
export function heldOutAsk(form: Form, language: BenchLanguage): string {
  const wording = heldOutWording(trained[language][changes[form]] ?? []);
  if (!wording) throw new Error(`The corpus holds out no wording for "${form}" in "${language}"`);
  return wording;
}

/** How dev and test ask for the first answer in another form in words of their own. */
const own: Record<Form, InLanguages<readonly [dev: string, test: string]>> = {
  capitals: {
    en: ['The same in capital letters, please.', 'Please write your answer in capitals.'],
    es: ['Lo mismo en mayúsculas, por favor.', 'Por favor, pon tu respuesta en mayúsculas.'],
    fr: [
      "La même chose en majuscules, s'il te plaît.",
      "Mets ta réponse en majuscules, s'il te plaît.",
    ],
  },
  'small letters': {
    en: ['The same without capital letters, please.', 'Please write your answer in small letters.'],
    es: ['Lo mismo en minúsculas, por favor.', 'Por favor, pon tu respuesta en minúsculas.'],
    fr: [
      "La même chose en minuscules, s'il te plaît.",
      "Mets ta réponse en minuscules, s'il te plaît.",
    ],
  },
  list: {
    en: ['Please put that into a list.', 'The same as a list, please.'],
    es: ['Por favor, ponlo en una lista.', 'Lo mismo como lista, por favor.'],
    fr: ["Mets cela dans une liste, s'il te plaît.", "La même chose en liste, s'il te plaît."],
  },
  short: {
    en: ['Only the short answer, please.', 'Please leave out the sentence: just the answer.'],
    es: ['Solo la respuesta corta, por favor.', 'Por favor, sin frase: solo la respuesta.'],
    fr: [
      "Seulement la réponse courte, s'il te plaît.",
      "Sans phrase, s'il te plaît : juste la réponse.",
    ],
  },
};

/** Answers that a form cannot be made of by itself. */
export interface Material {
  /** The bare answer, for 'short'. */
  short: string;
  /** The members, for 'list'. */
  parts?: readonly string[];
}

function inForm(form: Form, answer: string, { short, parts }: Material): string {
  switch (form) {
    case 'capitals':
      return answer.toUpperCase();
    case 'small letters':
      return answer.toLowerCase();
    case 'list':
      if (!parts) throw new Error(`"${answer}" has no members for a list`);
      return parts.map((part) => `- ${part}`).join('\n');
    case 'short':
      return short;
  }
}

/** A second turn that asks for the first answer in another form. */
export const changed = (
  form: Form,
  { manner, half }: { manner: Manner; half: Half },
  first: BenchTurn,
  material: Material,
  language: BenchLanguage,
): BenchTurn => ({
  query:
    manner === 'near'
      ? heldOutAsk(form, language)
      : own[form][language][halves.indexOf(half) as 0 | 1],
  answer: inForm(form, first.answer, material),
  check: first.check,
  format: form,
});

/** How a second turn asks the same of something else ({k}): in short, or in words of its own. */
const more: Record<Manner, InLanguages<readonly [dev: string, test: string]>> = {
  near: {
    en: ['And {k}?', 'And {k}?'],
    es: ['¿Y {k}?', '¿Y {k}?'],
    fr: ['Et {k} ?', 'Et {k} ?'],
  },
  own: {
    en: ['The same question about {k}, please.', 'The same question for {k}, please.'],
    es: ['La misma pregunta con {k}, por favor.', 'La misma pregunta para {k}, por favor.'],
    fr: ["La même question avec {k}, s'il te plaît.", "La même question pour {k}, s'il te plaît."],
  },
};

/** The template that asks the same of something else. */
export const again = (manner: Manner, half: Half, language: BenchLanguage): string =>
  more[manner][language][halves.indexOf(half) as 0 | 1];
