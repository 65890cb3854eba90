import { clean, type Evidence, type Finding } from './finding.ts';
import { linesWithPlaces } from './lines.ts';

/** Longer lines are judged by their beginning: no pattern below may meet a line that it is slow on. */
const longestLine = 400;

/** Each of these alone is code: prose has no such lines. Letter case counts. */
const certain: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(?:`{3}|~{3})\s*(?!te?xt\b|markdown\b|md\b|plain|none\b)[A-Za-z][\w+#.-]*\s*$/,
    'a fence for a language',
  ],
  [/^\s*(?:async )?def \w+ ?\(/, 'a function'],
  [/^\s*(?:export |default |async )*function\*? ?\w* ?\(/, 'a function'],
  [/^\s*(?:func|fn|fun) \w+ ?\(/, 'a function'],
  [/^\s*(?:export |public |abstract )*class [A-Z]\w*[^.]{0,80}[:{]\s*$/, 'a class'],
  [/^\s*(?:public|private|protected|static) (?:\w+[<>[\]]* ){1,3}\w+ ?\(/, 'a method'],
  [/^\s*(?:int|void|float|double|char|bool|string) \w+ ?(?:\(|=|;|\[)/, 'a declaration'],
  [/^\s*(?:export )?(?:const|let|var) [\w${}[\], ]+ ?(?::[^=]{1,40})?=/, 'a declaration'],
  [/^\s*import (?:static )?[\w.*]+(?: as \w+)?;?\s*$/, 'an import'],
  [/^\s*import .{0,100}\bfrom ['"]/, 'an import'],
  [/^\s*from [\w.]+ import [\w*(]/, 'an import'],
  [/^\s*#include ?[<"]/, 'an import'],
  [/^\s*using (?:namespace )?[\w.:]+;/, 'an import'],
  [/^\s*(?:#!\/|<\?php|<\?xml|>>> )/, 'the beginning of a program'],
  [
    /(?:^|[^\w])(?:print|println|printf|len|console\.\w+|System\.out\.\w+) ?\((?=["'\w)])/,
    'a call',
  ],
  [/^\s*for \w+(?:, ?\w+)? in [^:]{1,100}:\s*$/, 'a loop of a program'],
  [
    /^\s*(?:\} ?)?(?:else )?(?:if|for|while|switch|catch) ?\([^{]{0,150}\) ?\{\s*$/,
    'a branch or loop',
  ],
  [/^\s*(?:if|elif|while) .{0,100}(?:[=!<>]=|[<>()]).{0,100}:\s*$/, 'a branch or loop'],
  [/^\s*(?:\} ?)?else ?[:{]\s*$/, 'a branch'],
  [/^\s*[\w.[\]]+ ?[-+*/]?= ?[^;]{1,150};\s*$/, 'an assignment'],
  [/^\s*[\w.]+\([^()]{0,150}\);\s*$/, 'a call'],
  [/^\s*return\b[^.]{0,100};\s*$/, 'a return'],
  [/^\s*(?:SELECT\s.{1,150}\sFROM|INSERT INTO|CREATE TABLE|DELETE FROM|UPDATE \w+ SET)\s/, 'SQL'],
  [
    /<!DOCTYPE html|<\/?(?:html|head|body|div|span|p|a|table|tr|td|th|ul|ol|li|h[1-6]|script|style|form|input|button|meta|link|img|br|code|pre)(?: [^<>]{0,150})?\/?>/i,
    'HTML',
  ],
];

/** Two of these together are code: one may stand in prose or in a list. */
const likely: readonly (readonly [RegExp, string])[] = [
  [/^\s*[{}[\]()]+[;,]?\s*$/, 'a bracket on a line of its own'],
  [/^\s+return\b[^.]{0,100}$/, 'a return'],
  [/^\s*\w[\w.]* = [\w.]+\([^()]{0,100}\)\s*$/, 'an assignment'],
  [/^\s*\w[\w.]* = ["'[{]/, 'an assignment'],
  [/^\s*"\w+": .{0,150}[,{[]\s*$/, 'a field of an object'],
  [/\w\(\w*\) ?\{\s*$/, 'a block'],
  [/^\s*(?:\/\/|\/\*) ?\w/, 'a comment'],
];

const leastLikely = 2;

const hitOf = (line: string, patterns: readonly (readonly [RegExp, string])[]): string | null =>
  patterns.find(([pattern]) => pattern.test(line))?.[1] ?? null;

/**
 * Lines of program code in a text: a finding when one line certainly is code or two likely are; `share` is
 * that of such lines among all that are not blank. A fence that names no language proves nothing: the
 * layouts close answers with it.
 */
export function findCode(text: string): Finding {
  const evidence: Evidence[] = [];
  let [written, sure, maybe] = [0, 0, 0];
  for (const { line, start } of linesWithPlaces(text)) {
    if (line.trim() === '') continue;
    written++;
    const beginning = line.slice(0, longestLine);
    const isSure = hitOf(beginning, certain);
    const what = isSure ?? hitOf(beginning, likely);
    if (what === null) continue;
    if (isSure) sure++;
    else maybe++;
    evidence.push({ start, end: start + line.length, what });
  }
  if (evidence.length === 0) return clean;
  return {
    flag: sure > 0 || maybe >= leastLikely,
    share: (sure + maybe) / written,
    evidence,
  };
}

/** Names of languages and things that only programs have. "function" and "table" are ordinary words, too. */
const askingWords =
  /(?<![\p{L}\p{N}])(?:python|java|javascript|typescript|c\+\+|c#|html|css|sql|json|xml|yaml|latex|regex|bash|php|rust|golang|kotlin|numpy|pandas|algorithm|algorithms|algoritmo|algoritmos|algorithme|algorithmes|code|codes|coding|código|códigos|coder|program|programs|programa|programas|programme|programmes|script|scripts|pseudocode|pseudocódigo|regular expressions?|expresi(?:ón|ones) regular(?:es)?|expressions? régulières?|compiler|api|web ?(?:site|page)|página web|sitio web|site web|page web)(?![\p{L}\p{N}])/iu;
const askingFunction =
  /(?<![\p{L}\p{N}])(?:(?:writ|implement|defin|creat|complet|fix).{0,60}\bfunctions?|(?:escrib|implement|defin|cre|complet|correg|corrij).{0,60}\bfunci(?:ón|ones)|(?:écri|implément|défini|cré|compl|corrig).{0,60}\bfonctions?)(?![\p{L}\p{N}])/iu;

/**
 * Whether a user asks for code, as a program can tell: by the name of a language or a word of the trade, by
 * asking to write a function, or by showing code. It rather says yes: an answer is then not called drift.
 * @param said all that the user has said so far
 */
export const codeAsked = (said: string): boolean =>
  askingWords.test(said) || askingFunction.test(said) || findCode(said).flag;
