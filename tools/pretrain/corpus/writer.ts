import type { Span } from './document.ts';

/** Text under construction that remembers where the answers of its examples stand. */
export class Writer {
  #text = '';
  readonly examples: Span[] = [];

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

  /** Adds an example's answer and notes its place. */
  answer(text: string): this {
    this.examples.push({ start: this.#text.length, end: this.#text.length + text.length });
    return this.add(text);
  }
}
