/** A record of a file, or why there is none, with the line on which it begins, from 1. */
export type Found =
  | { readonly line: number; readonly record: unknown }
  | { readonly line: number; readonly fault: string };

/** What is wrong with one record: it is left out whole, and stops no other. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

/** How a file holds its records. */
export type Container = 'json' | 'jsonl' | 'csv' | 'urial' | 'pasted';

/** A file's records, before anyone looked into them. */
export interface Records {
  readonly container: Container;
  readonly found: readonly Found[];
  /** What the reader should check though nothing was left out for it, each with its line. */
  readonly notes: readonly string[];
}

/** Lines of offsets that only rise, each counted once. */
export function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 1];
  return (offset) => {
    for (; at < offset; at++) if (text.charCodeAt(at) === 10) line++;
    return line;
  };
}
