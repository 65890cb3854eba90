/** Where things stand in a JSON text. */
export interface JsonPlaces {
  /** By path, as schemas' errors write it ("factors[0].levels[1].label"): where its key or entry begins. */
  readonly places: ReadonlyMap<string, number>;
  /** The first character that is not JSON; null where all is. */
  readonly broken: number | null;
}

/** Thrown inside a scan alone, at the character that fits nothing. */
class Broken extends Error {
  readonly at: number;
  constructor(at: number) {
    super();
    this.at = at;
  }
}

const blank = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids them in strings
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads a JSON text for the places of its parts: what `JSON.parse` takes, this takes. */
class Scan {
  readonly places = new Map<string, number>();
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  all(): void {
    this.#skip();
    this.#value('');
    if (this.#at < this.#text.length) throw new Broken(this.#at);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) throw new Broken(this.#at);
    this.#at += found.length;
    return found;
  }

  #skip(): void {
    this.#take(blank);
  }

  /** Takes a character with the white space after it, where it is the next. */
  #eat(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    this.#skip();
    return true;
  }

  #need(character: string): void {
    if (!this.#eat(character)) throw new Broken(this.#at);
  }

  #value(path: string): void {
    if (this.#eat('{')) this.#several('}', () => this.#member(path));
    else if (this.#eat('[')) this.#several(']', (i) => this.#entry(`${path}[${i}]`));
    else {
      this.#take(this.#text[this.#at] === '"' ? string : plain);
      this.#skip();
    }
  }

  #several(end: string, one: (index: number) => void): void {
    if (this.#eat(end)) return;
    for (let i = 0; ; i++) {
      one(i);
      if (this.#eat(end)) return;
      this.#need(',');
    }
  }

  #member(path: string): void {
    const at = this.#at;
    const key = JSON.parse(this.#take(string)) as string;
    const place = path === '' ? key : `${path}.${key}`;
    this.places.set(place, at);
    this.#skip();
    this.#need(':');
    this.#value(place);
  }

  #entry(path: string): void {
    this.places.set(path, this.#at);
    this.#value(path);
  }
}

/** Where the parts of a JSON text stand, as far as it can be read. */
export function jsonPlaces(text: string): JsonPlaces {
  const scan = new Scan(text);
  try {
    scan.all();
    return { places: scan.places, broken: null };
  } catch (thrown) {
    // anything else is a text nested deeper than the stack: what was found of it is given
    return { places: scan.places, broken: thrown instanceof Broken ? thrown.at : null };
  }
}

/** The line of a character, counted from 1. */
export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split('\n').length;

/**
 * The line that an error is about: of the longest path that its message begins with; 1 for the whole.
 * @param message as `issueText` writes it: a path, and what is wrong there
 */
export function lineOf(text: string, message: string): number {
  const { places, broken } = jsonPlaces(text);
  if (broken !== null) return lineAt(text, broken);
  const named = [...places.keys()].filter(
    (path) => message.startsWith(path) && /^($|[\s:.,[])/.test(message.slice(path.length)),
  );
  const longest = named.reduce((best, path) => (path.length > best.length ? path : best), '');
  return lineAt(text, places.get(longest) ?? 0);
}
