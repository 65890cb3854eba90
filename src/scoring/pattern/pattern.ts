import { Problem } from '../../domain/problem.ts';
import { NotOnePass, parsePattern, type Place } from './parse.ts';
import { mostSteps, programOf, TooManySteps, type Step } from './program.ts';

/** A regular expression that is searched for in one pass. */
export interface Pattern {
  /** Whether it is found in a text; time grows with the text's length times the pattern's, never faster. */
  isFoundIn(text: string): boolean;
}

const refusal = (source: string, reason: string): Problem =>
  new Problem({
    code: 'bad-input',
    message: `The pattern /${source}/ cannot be used: ${reason}.`,
    remedy: 'Correct the pattern in the scorer "regex" of the experiment. Nothing was run.',
  });

/** Lets JavaScript's own engine say what is wrong with a pattern. */
function checkGrammar(source: string, flags: string): void {
  try {
    new RegExp(source, `${flags}u`);
  } catch (thrown) {
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    throw refusal(source, words.replace(/^Invalid regular expression: (?:\/.*\/\w*: )?/su, ''));
  }
}

function compile(source: string): readonly Step[] {
  try {
    return programOf(parsePattern(source));
  } catch (thrown) {
    if (thrown instanceof NotOnePass)
      throw refusal(source, `it has ${thrown.message}, which may take for ever on a long answer`);
    if (thrown instanceof TooManySteps)
      throw refusal(source, `written out, its repeats have more than ${mostSteps} steps`);
    throw thrown;
  }
}

/** JavaScript's reading of single characters, remembered: classes, escapes, letter case. */
function atomReader(flags: string): (atom: string, letter: string) => boolean {
  const known = new Map<string, { pattern: RegExp; answers: Map<string, boolean> }>();
  const native = `${flags.replace('m', '')}u`;
  return (atom, letter) => {
    let entry = known.get(atom);
    if (!entry) {
      entry = { pattern: new RegExp(`^(?:${atom})$`, native), answers: new Map() };
      known.set(atom, entry);
    }
    let answer = entry.answers.get(letter);
    if (answer === undefined) {
      answer = entry.pattern.test(letter);
      entry.answers.set(letter, answer);
    }
    return answer;
  };
}

const isLineEnd = (letter: string | undefined): boolean =>
  letter === undefined || /[\n\r\u2028\u2029]/.test(letter);

/**
 * Reads a pattern in JavaScript's grammar under the flag u, without look-around, back references and flags
 * within the pattern. All ways through it are followed side by side (Thompson's simulation), so no pattern,
 * not even `(a+)+$`, takes more than steps x characters: a document from a stranger cannot stop the page.
 * @param flags of i, m and s
 * @throws Problem 'bad-input', naming the pattern and the reason
 */
export function readPattern(source: string, flags = ''): Pattern {
  checkGrammar(source, flags);
  const steps = compile(source);
  const takes = atomReader(flags);
  const lines = flags.includes('m');
  const isWord = (letter: string | undefined): boolean =>
    letter !== undefined && takes('\\w', letter);

  const holds = (place: Place, before: string | undefined, after: string | undefined): boolean => {
    if (place === '^') return lines ? isLineEnd(before) : before === undefined;
    if (place === '$') return lines ? isLineEnd(after) : after === undefined;
    return (isWord(before) !== isWord(after)) === (place === '\\b');
  };

  const isFoundIn = (text: string): boolean => {
    const letters = Array.from(text);
    const seenAt = new Int32Array(steps.length).fill(-1);
    let waiting: number[] = [];
    for (let at = 0; at <= letters.length; at++) {
      const [before, after] = [letters[at - 1], letters[at]];
      // A match may begin at every place.
      const open = [...waiting, 0];
      waiting = [];
      for (let address = open.pop(); address !== undefined; address = open.pop()) {
        const step = steps[address];
        if (!step || seenAt[address] === at) continue;
        seenAt[address] = at;
        if (step.op === 'found') return true;
        if (step.op === 'fork') open.push(...step.to);
        else if (step.op === 'place') {
          if (holds(step.place, before, after)) open.push(address + 1);
        } else if (after !== undefined && takes(step.atom, after)) waiting.push(address + 1);
      }
    }
    return false;
  };
  return { isFoundIn };
}
