import type { Cell } from '../../../../domain/cell.ts';
import type { Keeper } from '../../../../experiments/run/keeper.ts';

/**
 * The cells of an experiment that are in memory. Each is read from the store once; those that this tab
 * works out come from the run itself.
 */
export class KnownCells {
  readonly #store: Promise<Pick<Keeper, 'cells'>>;
  readonly #cells = new Map<string, Cell>();
  readonly #asked = new Set<string>();

  constructor(store: Promise<Pick<Keeper, 'cells'>>) {
    this.#store = store;
  }

  /** The cells with these keys that are there. */
  async read(keys: readonly string[]): Promise<ReadonlyMap<string, Cell>> {
    const missing = keys.filter((key) => !this.#cells.has(key) && !this.#asked.has(key));
    if (missing.length === 0) return this.#cells;
    // a cell that comes while these are read is put by the run, or told of and looked for again
    for (const key of missing) this.#asked.add(key);
    for (const [key, cell] of await (await this.#store).cells(missing)) this.put(key, cell);
    return this.#cells;
  }

  get(key: string): Cell | undefined {
    return this.#cells.get(key);
  }

  /** A failed cell gives way to a newer one, a finished one to none: as in the store. */
  put(key: string, cell: Cell): void {
    const known = this.#cells.get(key);
    if (known === undefined || known.kind === 'failed') this.#cells.set(key, cell);
  }

  /** These are new in the store, or have taken the place of failed ones; absent for "any may be". */
  lookAgain(keys: Iterable<string> = new Set([...this.#asked, ...this.#cells.keys()])): void {
    for (const key of keys) {
      this.#asked.delete(key);
      if (this.#cells.get(key)?.kind === 'failed') this.#cells.delete(key);
    }
  }
}
