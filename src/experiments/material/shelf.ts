import { Problem } from '../../domain/problem.ts';
import type { BenchContent } from '../../formats/benches/types.ts';
import { readBench, readPool, readStyles } from '../../scoring/lab-80/read.ts';
import {
  benchLanguages,
  type BenchFile,
  type BenchLanguage,
  type PoolFile,
  type StylesFile,
} from '../../scoring/lab-80/schema.ts';

/** Gets a file of public/ as parsed JSON, by its path from there. */
export type ReadPublic = (path: string) => Promise<unknown>;

/** Reads beside the page. @throws Problem 'file-missing' that names the file */
export const readBeside =
  (base: string): ReadPublic =>
  async (path) => {
    const missing = (detail: string) =>
      new Problem({
        code: 'file-missing',
        message: `${path} could not be read.`,
        remedy: 'Reload the page. If it is still missing, the lab was not copied as a whole.',
        detail,
      });
    const response = await fetch(new URL(path, base)).catch((thrown: unknown) => {
      throw missing(String(thrown));
    });
    if (!response.ok) throw missing(`status ${response.status}`);
    return response.json() as Promise<unknown>;
  };

/** Whether the bundled bench is there in a language. */
export const isBenchLanguage = (language: string): language is BenchLanguage =>
  (benchLanguages as readonly string[]).includes(language);

/** Where imported sets are. */
export interface SetLibrary {
  /** What the set of an id holds; null where there is none. @throws Problem where it cannot be read */
  content(id: string): Promise<BenchContent | null>;
}

/** A library without a set. */
export const noSets: SetLibrary = { content: () => Promise.resolve(null) };

/** The bundled bench's files, each read once; and the sets that were imported. */
export class Shelf {
  readonly #read: ReadPublic;
  readonly #sets: SetLibrary;
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(read: ReadPublic, sets: SetLibrary = noSets) {
    this.#read = read;
    this.#sets = sets;
  }

  /** What an imported set holds; null where the library does not have it. */
  imported(id: string): Promise<BenchContent | null> {
    return this.#sets.content(id);
  }

  bench(split: BenchFile['split'], language: BenchLanguage): Promise<BenchFile> {
    return this.#once(`lab-80/${split}.${language}.json`, readBench);
  }

  pool(quality: PoolFile['quality'], language: BenchLanguage): Promise<PoolFile> {
    const name = quality === 'high' ? 'pool' : 'pool-degraded';
    return this.#once(`lab-80/${name}.${language}.json`, readPool);
  }

  styles(): Promise<StylesFile> {
    return this.#once('lab-80/styles.json', readStyles);
  }

  #once<T>(path: string, check: (json: unknown) => T): Promise<T> {
    const known = this.#known.get(path) ?? this.#read(path).then(check);
    this.#known.set(path, known);
    known.catch(() => this.#known.delete(path)); // a failed read may succeed the next time
    return known as Promise<T>;
  }
}
