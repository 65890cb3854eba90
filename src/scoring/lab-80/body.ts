import type { BenchStyle } from './schema.ts';
import { escapePattern } from './words.ts';

/** A style's phrase as a pattern: any letter case and spacing, with or without its marks. */
function phrasePattern(phrase: string): string | undefined {
  const core = phrase.replace(/^[\s¡¿]+|[\s.!?…:,;]+$/gu, '');
  if (core === '') return undefined;
  const words = core.split(/\s+/u).map(escapePattern).join('\\s+');
  return `[¡¿]?(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])[\\s.!?…:,;]*`;
}

const without = (text: string, pattern: string): string =>
  text.replace(new RegExp(pattern, 'giu'), ' ').trim();

/** The answer without the style's phrases around it, and without lines that are only a fence. */
export function bodyOf(answer: string, style: BenchStyle | undefined): string {
  const opening = phrasePattern(style?.opening ?? '');
  const closing = phrasePattern(style?.closing ?? '');
  let body = answer.replace(/^\s*(`{3}|~{3})\w*\s*$/gmu, '').trim();
  if (opening) body = without(body, `^(?:\\s*${opening})+`);
  if (closing) body = without(body, `(?:${closing})+$`);
  return body;
}

/** A text without the style's phrases wherever they stand: they say nothing. */
export function withoutPhrases(text: string, style: BenchStyle | undefined): string {
  return [style?.opening, style?.closing].reduce<string>((rest, phrase) => {
    const pattern = phrasePattern(phrase ?? '');
    return pattern ? without(rest, pattern) : rest;
  }, text);
}
