/** A pattern as a tree. An atom matches one code point. */
export type Node =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

/** What matches between two code points. */
export type Place = '^' | '$' | '\\b' | '\\B';

// Each stands at the place where reading goes on; the engine has checked the grammar before.
const escape =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[^])/uy;
const characterClass = /\[(?:\\[^]|[^\]\\])*\]/uy;
const opening = /\((?:\?:|\?<[^>=!][^>]*>|(?!\?))/uy;
const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/uy;
const character = /[^]/uy;

/** What a pattern asks for that cannot be decided in one pass over the text. */
export class NotOnePass extends Error {}

/**
 * Reads a regular expression that JavaScript's engine accepts under the flag u.
 * @throws NotOnePass for look-around, back references and flags within the pattern
 */
export function parsePattern(source: string): Node {
  let at = 0;
  const take = (what: RegExp): RegExpExecArray | null => {
    what.lastIndex = at;
    const found = what.exec(source);
    if (found) at += found[0].length;
    return found;
  };

  const choice = (): Node => {
    const options = [sequence()];
    while (source[at] === '|') {
      at++;
      options.push(sequence());
    }
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options };
  };

  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')')
      parts.push(repeated(single()));
    return { kind: 'sequence', parts };
  };

  const repeated = (part: Node): Node => {
    const found = take(quantifier);
    if (!found) return part;
    const [written, from, comma, to] = found;
    if (from === undefined)
      return {
        kind: 'repeat',
        part,
        least: written[0] === '+' ? 1 : 0,
        most: written[0] === '?' ? 1 : Infinity,
      };
    const most = comma === undefined ? Number(from) : to ? Number(to) : Infinity;
    return { kind: 'repeat', part, least: Number(from), most };
  };

  const single = (): Node => {
    const next = source[at];
    if (next === '^' || next === '$') {
      at++;
      return { kind: 'place', place: next };
    }
    if (next === '(') return group();
    const found = next === '\\' ? take(escape) : next === '[' ? take(characterClass) : null;
    const written = (found ?? take(character))?.[0] ?? '';
    if (written === '\\b' || written === '\\B') return { kind: 'place', place: written };
    if (/^\\[1-9k]/.test(written)) throw new NotOnePass('a back reference');
    return { kind: 'atom', source: written };
  };

  const group = (): Node => {
    if (!take(opening)) {
      const looks = /^\(\?<?[=!]/.test(source.slice(at, at + 4));
      throw new NotOnePass(looks ? 'look-around' : 'flags within the pattern');
    }
    const inner = choice();
    at++;
    return inner;
  };

  return choice();
}
