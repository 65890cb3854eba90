import { withoutEcho } from './echo.ts';
import type { BenchTurn } from './schema.ts';
import { holdsCode, holdsPhrase, lowerWords, wordsOf } from './words.ts';

/** 5: right, and nothing speaks against it. 2: there, with something wrong beside it. 0: not there. */
export type ContentPoints = 0 | 2 | 5;

/** A line such as "# Query" or "User:", where the next turn of a prompt would begin. */
const header =
  /^\s*(?:#{1,6}\s+\S|(?:query|question|q|answer|a|user|human|assistant|pregunta|respuesta|usuario|asistente|réponse|utilisateur|assistante?)\s*:)/imu;

/** The text before a header that stands below something, or after one that stands above everything. */
export function beforeHeaders(body: string): { text: string; goesOn: boolean } {
  const at = body.search(header);
  if (at < 0) return { text: body, goesOn: false };
  if (body.slice(0, at).trim() !== '') return { text: body.slice(0, at).trim(), goesOn: true };
  const text = body.slice(at).replace(/^\s*(?:#[^\n]*\n?|[^:\n]*:)/u, '');
  return { text: beforeHeaders(text.trim()).text, goesOn: true };
}

/** Sentences, one by one: a text is cut after closing marks and at line ends. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…])\s+|\n+/u).filter((it) => it.trim() !== '');

const isQuestion = (sentence: string): boolean => /\?["'»)\s]*$/u.test(sentence);
const negation =
  /(?<![\p{L}\p{N}])(?:not|never|cannot|no|nunca|pas|jamais|non)(?![\p{L}\p{N}])|n['’]t(?!\p{L})/iu;

/** Whether a text carries what the check asks for, of which parts and whether something contradicts. */
function judge(turn: BenchTurn, text: string, query: string): 'right' | 'mixed' | 'absent' {
  const { check } = turn;
  const holds = turn.format === 'code' ? holdsCode : holdsPhrase;
  if (check.kind === 'members') {
    const named = check.of.filter((it) => holds(text, it) && !holds(query, it)).length;
    return named >= check.least ? 'right' : named > 0 ? 'mixed' : 'absent';
  }
  if (check.kind === 'text') {
    const known = new Set(lowerWords(query));
    const own = new Set(lowerWords(text).filter((it) => !known.has(it)));
    return own.size >= check.least && check.about.every((it) => holds(text, it))
      ? 'right'
      : 'absent';
  }
  if (!check.all.every((it) => holds(text, it))) return 'absent';
  if (!check.none.some((it) => holds(text, it))) return 'right';
  const known = new Set(lowerWords(query));
  // All candidates, in the query's own words: nothing was answered.
  return lowerWords(text).every((it) => known.has(it)) ? 'absent' : 'mixed';
}

/** Whether a sentence with the right words denies them, where the reference does not. */
function denies(turn: BenchTurn, sentences: readonly string[]): boolean {
  const { check } = turn;
  if (check.kind !== 'words' || turn.format === 'code' || negation.test(turn.answer)) return false;
  return sentences.some(
    (it) => negation.test(it) && check.all.some((phrase) => holdsPhrase(it, phrase)),
  );
}

const isNumber = (word: string): boolean => /^\d/.test(word);

/** Whether an answer that is a number comes with numbers which neither query nor reference has. */
function hasStrayNumbers(turn: BenchTurn, told: string, query: string): boolean {
  const { check } = turn;
  if (check.kind !== 'words' || turn.format === 'code' || !check.all.some(isNumber)) return false;
  const known = new Set(wordsOf([query, turn.query, turn.answer, ...check.all].join(' ')));
  return wordsOf(told).some((it) => isNumber(it) && !known.has(it));
}

/** More words than a full answer with a sentence beside it: the right word may have come by chance. */
const longest = (turn: BenchTurn): number => 3 * wordsOf(turn.answer).length + 20;

/**
 * Points for content of an answer without its style. What repeats the query, or asks, is taken away first;
 * `query` is what the user has said so far, a line each turn.
 */
export function contentPoints(turn: BenchTurn, body: string, query: string): ContentPoints {
  const { text, goesOn } = beforeHeaders(body);
  const own = withoutEcho(text.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/gmu, ''), query);
  const sentences = sentencesOf(own);
  const told = sentences.filter((it) => !isQuestion(it));
  const verdict = judge(turn, told.join('\n'), query);
  if (verdict === 'absent') return 0;
  const spoilt =
    goesOn ||
    told.length < sentences.length ||
    denies(turn, told) ||
    hasStrayNumbers(turn, told.join('\n'), query) ||
    wordsOf(body).length > longest(turn);
  return verdict === 'right' && !spoilt ? 5 : 2;
}
