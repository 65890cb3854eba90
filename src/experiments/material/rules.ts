import type { BenchLanguage } from '../../scoring/lab-80/schema.ts';

/** One short paragraph of rules for each language. */
export const rules: Record<BenchLanguage, string> = {
  en: 'Below are questions with answers. Each answer is right, short and friendly, and keeps to the form that is asked for.',
  es: 'Estas son preguntas con respuestas. Cada respuesta es correcta, corta y amable, y tiene la forma que se pide.',
  fr: 'Voici des questions avec des réponses. Chaque réponse est juste, courte et aimable, et garde la forme demandée.',
};
