import type { Language } from '../document.ts';
import { irregularPlurals } from './pairs.ts';

const irregular = new Map(irregularPlurals.map(({ one, many }) => [one, many]));

function english(one: string): string {
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

const unaccented: Readonly<Record<string, string>> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' };

function spanish(one: string): string {
  if (/[aeiouáéó]$/.test(one)) return `${one}s`;
  if (one.endsWith('z')) return `${one.slice(0, -1)}ces`;
  // "ratón, ratones", "autobús, autobuses": the stress no longer needs its accent.
  const stressed = /^(.*)([áéíóú])([ns])$/.exec(one);
  if (stressed) return `${stressed[1]}${unaccented[stressed[2] as string]}${stressed[3]}es`;
  return one.endsWith('s') ? one : `${one}es`; // "el paraguas, los paraguas"
}

const frenchOwn = new Map([
  ['cerf-volant', 'cerfs-volants'],
  ['hibou', 'hiboux'],
  ['chou', 'choux'],
]);

function french(one: string): string {
  const own = frenchOwn.get(one);
  if (own) return own;
  if (/[sxz]$/.test(one)) return one;
  if (one.endsWith('al')) return `${one.slice(0, -1)}ux`;
  return /(au|eu)$/.test(one) ? `${one}x` : `${one}s`;
}

/** The plural of a noun of the small world: "mice", "ratones", "chevaux". The rules cover its words only. */
export function pluralOf(one: string, language: Language): string {
  if (language === 'en') return irregular.get(one) ?? english(one);
  return language === 'es' ? spanish(one) : french(one);
}
