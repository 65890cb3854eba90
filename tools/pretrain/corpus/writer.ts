import type { Span } from './document.ts';

/** Text under construction that remembers where the answers of its examples stand. */
export class Writer {
  #text = '';
  readonly examples: Span[] = [];
  readonly determined: Span[] = [];

  get length(): number {
    return this.#text.length;
  }

  get text(): string {
    return this.#text;
  }

  add(text: string): this {
    this.#text += text;
    return this;
  }

  /**
   * Adds an example's answer and notes its place, and that of `known`, the part of it that the text
   * so far determines (as it stands in the answer, in whatever letter case).
   */
  answer(text: string, known?: string): this {
    const start = this.#text.length;
    this.examples.push({ start, end: start + text.length });
    const at = known ? text.toLowerCase().lastIndexOf(known.toLowerCase()) : -1;
    if (known && at >= 0)
      this.determined.push({ start: start + at, end: start + at + known.length });
    return this.add(text);
  }

  /** Adds text that stood before, and can be known for that. */
  again(text: string): this {
    this.determined.push({ start: this.#text.length, end: this.#text.length + text.length });
    return this.add(text);
  }
}
