import type { BenchLanguage, BenchTurn, Format } from '../../src/scoring/lab-80/schema.ts';
import type { InLanguages } from './say.ts';

/** The forms that a second turn may ask for. */
export type Form = Exclude<Format, 'sentence' | 'code'>;

/** How the second turn asks for the first answer in another form. None of it stands in the corpus. */
const asks: Record<Form, InLanguages<readonly [string, string]>> = {
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

/** A second turn that asks for the first answer in another form; `way` 0 or 1 chooses the wording. */
export const changed = (
  form: Form,
  way: 0 | 1,
  first: BenchTurn,
  material: Material,
  language: BenchLanguage,
): BenchTurn => ({
  query: asks[form][language][way],
  answer: inForm(form, first.answer, material),
  check: first.check,
  format: form,
});

/** How a second turn asks the same of something else ({k}). */
export const again: InLanguages<readonly [string, string]> = {
  en: ['And what about {k}?', 'The same question for {k}, please.'],
  es: ['¿Y qué hay de {k}?', 'La misma pregunta para {k}, por favor.'],
  fr: ["Et qu'en est-il de {k} ?", "La même question pour {k}, s'il te plaît."],
};
