import type { Cell } from '../../../../domain/cell.ts';
import type { Keeper } from '../../../../experiments/run/keeper.ts';

/** Cells read at one go: the page can paint and answer between two. */
const sliceSize = 200;

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
    const store = await this.#store;
    for (let i = 0; i < missing.length; i += sliceSize) {
      const slice = missing.slice(i, i + sliceSize);
      for (const [key, cell] of await store.cells(slice)) this.put(key, cell);
      for (const key of slice) this.#asked.add(key);
      await new Promise((resolve) => setTimeout(resolve));
    }
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

  /** Another tab has written: what was not there, or had failed, may be there now. */
  lookAgain(): void {
    this.#asked.clear();
    for (const [key, { kind }] of this.#cells) if (kind === 'failed') this.#cells.delete(key);
  }
}
