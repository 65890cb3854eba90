import { colours } from '../../pretrain/corpus/words/names-of-kinds.ts';
import type { InLanguages } from '../say.ts';
import { bare, capitalOf } from './lookup.ts';
import { words, type Tell } from './world-item.ts';

/** A text that is the same in every language. */
export const same = (text: string): InLanguages => ({ en: text, es: text, fr: text });
/** The capital of a country. */
export const city = (land: string): InLanguages => ({
  en: capitalOf(land, 'en').right,
  es: capitalOf(land, 'es').right,
  fr: capitalOf(land, 'fr').right,
});
/** A colour by its English name. */
export const colour = (name: string): InLanguages => colours.get(name) ?? same('');
/** An animal by its English name. */
export const animal = (name: string): InLanguages => ({
  en: bare(name, 'en'),
  es: bare(name, 'es'),
  fr: bare(name, 'fr'),
});
/** A value read from a text with other values in it; `rest` are slots that the text needs beside them. */
export const read =
  (
    right: InLanguages,
    wrong: readonly InLanguages[],
    rest: Record<string, InLanguages> = {},
  ): Tell =>
  (l) => ({
    slots: { v: right[l], ...Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, v[l]])) },
    check: words(
      [right[l]],
      wrong.map((it) => it[l]),
    ),
    short: right[l],
  });
const places = {
  park: {
    bare: { en: 'park', es: 'parque', fr: 'parc' },
    said: { en: 'in the park', es: 'en el parque', fr: 'dans le parc' },
  },
  garden: {
    bare: { en: 'garden', es: 'jardín', fr: 'jardin' },
    said: { en: 'in the garden', es: 'en el jardín', fr: 'dans le jardin' },
  },
  forest: {
    bare: { en: 'forest', es: 'bosque', fr: 'forêt' },
    said: { en: 'in the forest', es: 'en el bosque', fr: 'dans la forêt' },
  },
  beach: {
    bare: { en: 'beach', es: 'playa', fr: 'plage' },
    said: { en: 'on the beach', es: 'en la playa', fr: 'sur la plage' },
  },
} as const;
/** Where someone is, among two places of a text. */
export const place =
  (who: string, right: keyof typeof places, wrong: keyof typeof places): Tell =>
  (l) => ({
    slots: { w: who, v: places[right].said[l] },
    check: words([places[right].bare[l]], [places[wrong].bare[l]]),
    short: places[right].said[l],
  });
