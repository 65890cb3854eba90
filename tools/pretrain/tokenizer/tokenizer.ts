import { byteCharacters, toByteCharacters, toBytes } from './bytes.ts';
import { pieces } from './pretokenize.ts';
import type { Merge } from './train.ts';

/** Ids 0 to 3. The first is document separator, beginning and end; two wait for a chat template. */
export const specialTokens = ['<|endoftext|>', '<|im_start|>', '<|im_end|>', '<|pad|>'] as const;

const specialPattern = /<\|(?:endoftext|im_start|im_end|pad)\|>/g;
const cacheLimit = 200_000; // pieces; the corpus has endless nonsense words

/** Byte-level BPE: text to ids and back, as `tokenizer.json` of the Hugging Face libraries says it. */
export class BytePairTokenizer {
  readonly endOfText = 0;
  /** Token texts (in byte characters) by id. */
  readonly tokens: readonly string[];
  readonly merges: readonly Merge[];
  readonly #ids: Map<string, number>;
  readonly #ranks: Map<string, number>;
  readonly #cache = new Map<string, number[]>();

  constructor(merges: readonly Merge[]) {
    this.merges = merges;
    this.tokens = [
      ...new Set([...specialTokens, ...byteCharacters, ...merges.map(([a, b]) => a + b)]),
    ];
    this.#ids = new Map(this.tokens.map((token, id) => [token, id]));
    this.#ranks = new Map(merges.map(([a, b], rank) => [`${a} ${b}`, rank]));
  }

  get vocabularySize(): number {
    return this.tokens.length;
  }

  /**
   * Ids of a text, with nothing put in front. As in the library, text that spells a special token
   * becomes that token: whoever takes text from strangers must break it up first.
   */
  encode(text: string): Uint16Array {
    const ids: number[] = [];
    let from = 0;
    for (const match of text.matchAll(specialPattern)) {
      this.#encodePlain(text.slice(from, match.index), ids);
      ids.push(this.#ids.get(match[0]) as number);
      from = match.index + match[0].length;
    }
    this.#encodePlain(from === 0 ? text : text.slice(from), ids);
    return Uint16Array.from(ids);
  }

  /** UTF-8 bytes that a token stands for. */
  byteLength(id: number): number {
    return this.tokens[id]?.length ?? 0;
  }

  /** The text of ids, special tokens spelled out. Throws RangeError on an id not in the vocabulary. */
  decode(ids: Iterable<number>): string {
    let text = '';
    let pending = '';
    const flush = (): void => {
      text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(toBytes(pending));
      pending = '';
    };
    for (const id of ids) {
      const token = this.tokens[id];
      if (token === undefined) throw new RangeError(`No token has id ${id}`);
      if (id >= specialTokens.length) pending += token;
      else {
        flush();
        text += token;
      }
    }
    flush();
    return text;
  }

  #encodePlain(text: string, into: number[]): void {
    for (const piece of pieces(text)) {
      let ids = this.#cache.get(piece);
      if (!ids) {
        ids = this.#mergePiece(piece);
        if (this.#cache.size >= cacheLimit) this.#cache.clear();
        this.#cache.set(piece, ids);
      }
      for (const id of ids) into.push(id);
    }
  }

  #mergePiece(piece: string): number[] {
    const symbols = [...toByteCharacters(piece)];
    while (symbols.length > 1) {
      let best = Infinity;
      let place = -1;
      for (let i = 0; i + 1 < symbols.length; i++) {
        const rank = this.#ranks.get(`${symbols[i]} ${symbols[i + 1]}`);
        if (rank !== undefined && rank < best) [best, place] = [rank, i];
      }
      if (place < 0) break;
      symbols.splice(place, 2, `${symbols[place]}${symbols[place + 1]}`);
    }
    return symbols.map((symbol) => this.#ids.get(symbol) as number);
  }
}
