import type { BenchTurn } from './schema.ts';
import { wordsOf } from './words.ts';

/** 2: the form that was asked for. 1: nearly. 0: not. */
export type FormatPoints = 0 | 1 | 2;

const linesOf = (text: string): string[] => text.split('\n').filter((it) => it.trim() !== '');
const lettersOf = (text: string): string[] => text.match(/\p{L}/gu) ?? [];
const isUpper = (letter: string): boolean =>
  letter === letter.toUpperCase() && letter !== letter.toLowerCase();

/** Share of letters that are capitals, 0 where there is no letter. */
function capitalShare(text: string): number {
  const letters = lettersOf(text);
  return letters.length === 0 ? 0 : letters.filter(isUpper).length / letters.length;
}

const step = (full: boolean, nearly: boolean): FormatPoints => (full ? 2 : nearly ? 1 : 0);

/** A capital at the beginning, a closing mark at the end, three words; more than one letter in two small. */
function sentence(body: string): FormatPoints {
  const shouted = capitalShare(body) > 0.5 && lettersOf(body).length > 3;
  const met = [
    /^["'«¡¿(]*[\p{Lu}\d]/u.test(body),
    /[.!…]["'»)]*$/u.test(body),
    wordsOf(body).length > 2,
  ].filter(Boolean).length;
  return shouted ? step(false, met > 1) : step(met === 3, met === 2);
}

/** Every item on a line of its own with a mark before it; without marks, nearly. */
function list(body: string): FormatPoints {
  const lines = linesOf(body);
  const marked = lines.filter((line) => /^\s*(?:[-*+•]|\d+[.)])\s*\S/u.test(line)).length;
  return step(lines.length > 1 && marked === lines.length, lines.length > 1);
}

const statement =
  /^\s*(?:[\p{L}_]\w*\s*[-+*]?=\s*\S.*|[\p{L}_][\p{L}\p{N}_.]*\(.*\)|(?:for|while|if|def)\s.+:|return\s.+)\s*;?$/u;

/** Lines of code and nothing else; a call or an assignment within prose, nearly. */
function code(body: string): FormatPoints {
  const lines = linesOf(body);
  const all = lines.length > 0 && lines.every((line) => statement.test(line));
  return step(all, /[\p{L}_]\w*\([^)]*\)|\b\w+ = \S/u.test(body));
}

/** As short as the reference, give or take a word. */
function short(body: string, reference: string): FormatPoints {
  const [said, wanted] = [wordsOf(body).length, wordsOf(reference).length];
  return step(said > 0 && said <= wanted + 1, said > 0 && said <= wanted + 4);
}

/** Points for the form of an answer without its style, whatever it says. */
export function formatPoints(turn: BenchTurn, body: string): FormatPoints {
  if (body === '') return 0;
  const capitals = capitalShare(body);
  switch (turn.format) {
    case 'sentence':
      return sentence(body);
    case 'capitals':
      return step(capitals === 1, capitals > 0.8);
    case 'small letters':
      return lettersOf(body).length === 0 ? 0 : step(capitals === 0, capitals < 0.1);
    case 'list':
      return list(body);
    case 'short':
      return short(body, turn.answer);
    case 'code':
      return code(body);
  }
}
