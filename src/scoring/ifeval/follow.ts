import type { Check } from './instruction.ts';
import { strip } from './text.ts';

/** Strict: the response as it is. Loose: it or what an introduction, a last remark or bold type were taken from. */
export const hows = ['strict', 'loose'] as const;
export type How = (typeof hows)[number];

/** The eight: as it is, without its first line, its last, both; and each of these without stars. */
export function variants(response: string): string[] {
  const lines = response.split('\n');
  const cut = [lines.slice(1), lines.slice(0, -1), lines.slice(1, -1)];
  const texts = [response, ...cut.map((left) => strip(left.join('\n')))];
  return [...texts, ...texts.map((text) => text.replaceAll('*', ''))];
}

/** Whether a response follows an instruction; an empty one follows none. */
export function follows(check: Check, response: string, how: How): boolean {
  const texts = how === 'strict' ? [response] : variants(response);
  return texts.some((text) => strip(text) !== '' && check(text));
}
