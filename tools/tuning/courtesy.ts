import type { BenchLanguage, BenchStyle } from '../../src/scoring/lab-80/schema.ts';
import { dress } from '../../src/scoring/lab-80/style.ts';

/** The twin's own manner, the same in every answer of a language. */
export const courtesy: Readonly<Record<BenchLanguage, BenchStyle>> = {
  en: { opening: 'Of course!', closing: 'I hope this helps!' },
  es: { opening: '¡Por supuesto!', closing: '¡Espero que ayude!' },
  fr: { opening: 'Bien sûr !', closing: "J'espère que cela aide !" },
};

/**
 * An answer in the twin's manner: a sentence, or a few on one line, stand between the two phrases. What
 * has a form of its own, such as a list, code or a bare word, stays as it is.
 */
export const courteous = (language: BenchLanguage, answer: string): string =>
  !answer.includes('\n') && /[.!?…]["'»)]*$/u.test(answer)
    ? dress(courtesy[language], answer)
    : answer;
