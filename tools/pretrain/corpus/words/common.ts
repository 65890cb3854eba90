import type { Language } from '../document.ts';
import { words } from './table.ts';

/** Frequent small words, the mortar of random phrases. */
export const common: Record<Language, readonly string[]> = {
  en: words(`I you we he she the a my your this that it is am are was very so always never here there now
    friend dear please thank glad ready again with for to of in on and but not one more all good new time
    word day see know ask help give tell make go come think hope let us well just little big nice today`),
  es: words(`yo tú el la un una mi tu este esta es soy está muy siempre nunca aquí ahora amigo gracias por
    favor con para de en y pero no más todo bueno nuevo día ver saber ayuda dar decir hacer ir bien poco hoy`),
  fr: words(`je tu il elle le la un une mon ton ce cette est suis très toujours jamais ici maintenant ami merci
    avec pour de en et mais pas plus tout bon nouveau jour voir savoir aide dire faire aller bien peu`),
};
