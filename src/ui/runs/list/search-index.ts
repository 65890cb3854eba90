import type { RunSummary } from '../../../store/summary.ts';

/** Between two texts of a block; no reader types it. */
const separator = '\u0000';

/** Runs whose texts are joined at one go. */
const blockSize = 1_000;

/** The texts of runs that follow each other in a list, as one. */
interface Block {
  readonly text: string;
  /** Where the text of each run ends. */
  readonly ends: Int32Array;
}

/** Adds the places of the runs of a block that have a term, in order. */
function search({ text, ends }: Block, term: string, first: number, places: number[]): void {
  let run = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, ends[run++])) {
    while ((ends[run] ?? Infinity) < at + term.length) run++;
    places.push(first + run);
  }
}

/** What two lists of places have in common, both in order. */
function common(a: readonly number[], b: readonly number[]): number[] {
  let j = 0;
  return a.filter((place) => {
    while ((b[j] ?? Infinity) < place) j++;
    return b[j] === place;
  });
}

/**
 * The texts that a list is searched in, one after the other in memory: looking through them in a row takes a
 * small part of the time of going to each run for its text.
 */
export class SearchIndex {
  readonly #runs: readonly RunSummary[];
  readonly #blocks: Block[] = [];

  constructor(runs: readonly RunSummary[]) {
    this.#runs = runs;
  }

  /** Joins the texts, block by block; it can be searched when all is done. */
  *build(): Generator<void> {
    for (let from = 0; from < this.#runs.length; from += blockSize) {
      const texts = this.#runs.slice(from, from + blockSize).map((run) => run.search);
      let end = -1;
      const ends = Int32Array.from(texts, ({ length }) => (end += length + 1));
      this.#blocks.push({ text: texts.join(separator), ends });
      yield;
    }
  }

  /** The runs that have all of these terms (at least one), in the order of the list. */
  having(terms: readonly string[]): RunSummary[] {
    return terms
      .map((term) => this.#places(term))
      .reduce(common)
      .flatMap((place) => this.#runs[place] ?? []);
  }

  #places(term: string): number[] {
    const places: number[] = [];
    this.#blocks.forEach((block, i) => search(block, term, i * blockSize, places));
    return places;
  }
}
