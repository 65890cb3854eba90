/** Token ids to text, special tokens left out; incomplete characters as U+FFFD. */
export type Decode = (tokens: readonly number[]) => string;

const incomplete = /\uFFFD+$/;

/**
 * Text as its tokens come. What is given out is never taken back: the end of the text is held while it is
 * half a character. Each piece is decoded after the tokens before it, since some tokenizers write a
 * token's leading space only there.
 */
export class TextStream {
  readonly #decode: Decode;
  #before: readonly number[];
  #held: number[] = [];
  /** How much of the held tokens' text is out already. */
  #given = '';

  /** @param prompt tokens that stand before; only the last one matters */
  constructor(decode: Decode, prompt: readonly number[] = []) {
    this.#decode = decode;
    this.#before = prompt.slice(-1);
  }

  /** The text that became certain with this token; often all of it, sometimes none. */
  push(token: number): string {
    this.#held.push(token);
    const text = this.#decode([...this.#before, ...this.#held]);
    const tail = text.slice(this.#decode(this.#before).length);
    const certain = tail.replace(incomplete, '');
    const fresh = certain.startsWith(this.#given) ? certain.slice(this.#given.length) : '';
    this.#given += fresh;
    if (certain === tail && tail !== '') {
      this.#before = this.#held;
      this.#held = [];
      this.#given = '';
    }
    return fresh;
  }
}
