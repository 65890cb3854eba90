import { francAll } from 'franc';

/**
 * The languages told apart are those of langdetect, the library of the reference implementation: a detector that
 * knows more of them errs more often on short answers. ISO 639-1, and franc's own codes.
 */
const latin = {
  af: 'afr',
  ca: 'cat',
  cs: 'ces',
  cy: 'cym',
  da: 'dan',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  et: 'ekk',
  fi: 'fin',
  fr: 'fra',
  hr: 'hrv',
  hu: 'hun',
  id: 'ind',
  it: 'ita',
  lt: 'lit',
  lv: 'lvs',
  nl: 'nld',
  no: 'nob',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  sk: 'slk',
  sl: 'slv',
  so: 'som',
  sq: 'als',
  sv: 'swe',
  sw: 'swh',
  tl: 'tgl',
  tr: 'tur',
  vi: 'vie',
} as const;
const others = {
  ar: 'arb',
  bg: 'bul',
  bn: 'ben',
  el: 'ell',
  fa: 'pes',
  gu: 'guj',
  he: 'heb',
  hi: 'hin',
  ja: 'jpn',
  kn: 'kan',
  ko: 'kor',
  mk: 'mkd',
  ml: 'mal',
  mr: 'mar',
  ne: 'npi',
  pa: 'pan',
  ru: 'rus',
  ta: 'tam',
  te: 'tel',
  th: 'tha',
  uk: 'ukr',
  ur: 'urd',
  zh: 'cmn',
} as const;

const codes = { ...latin, ...others };
export type LanguageCode = keyof typeof codes;
/** ISO 639-1. */
export const languageCodes = Object.keys(codes) as LanguageCode[];
const only: string[] = Object.values(codes);

/** Letters over which the latin languages' places in the order mean little: see `isIn`. */
const doubt = 7;

/**
 * Whether a text is in a language, as far as its trigrams tell. In Latin letters, which thirty of the languages
 * share, the trigrams of a few words point anywhere: a language passes if its score (1 is the best one's) is at
 * least 1 - 7/letters. In other letters it has to be the best. A text without letters passes, as it does in the
 * reference implementation.
 */
export function isIn(text: string, language: LanguageCode): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return true;
  const ranked = francAll(text, { only, minLength: 1 });
  if (!(language in latin)) return ranked[0]?.[0] === codes[language];
  const score = ranked.find(([code]) => code === codes[language])?.[1];
  return score !== undefined && score >= 1 - doubt / letters;
}
