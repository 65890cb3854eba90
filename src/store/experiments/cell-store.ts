import type { Cell } from '../../domain/cell.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Connection } from '../connection.ts';
import { askToPersist } from '../persist.ts';
import { ProblemListeners, readable } from '../records.ts';
import { breathe, slices } from '../slices.ts';
import { addTogether, checkRecipe, type RecipeText } from './adding.ts';
import { readStates, type CellState } from './cell-states.ts';
import { onePerKey, type Added } from './merge.ts';
import { cellKind } from './records.ts';

export type { Added, CellState, RecipeText };

/** The finished cells of all experiments, each stored once, and the texts of their prompts. */
export class CellStore {
  protected readonly connection: Connection;
  protected readonly problems = new ProblemListeners();
  readonly #onNew: (keys: string[]) => void;

  /** @param onNew told the keys of cells that are new or replace failed ones */
  constructor(connection: Connection, onNew: (keys: string[]) => void) {
    this.connection = connection;
    this.#onNew = onNew;
  }

  /**
   * Stores a finished cell in one transaction, with its prompt's text where that is not stored yet. A
   * failed cell gives way to any later one, a result to none. When this resolves, the cell outlives the
   * browser.
   * @param recipe the text that `cell.prompt.recipe` is the hash of; not needed for a failed cell
   * @throws Problem "bad-input" where the cell or the text does not fit
   */
  async addCell(cell: Cell, recipe?: RecipeText): Promise<Added> {
    const outcomes = await this.addCells([cell], recipe && [recipe]);
    return outcomes.get(cell.key) ?? 'there';
  }

  /**
   * The same for many, as from a file: in slices of one transaction each, all checked before the first.
   * After a failure the same again adds the rest.
   * @param recipes texts of their prompts; those that no cell names are not stored
   * @returns what became of each, by key
   */
  async addCells(
    cells: readonly Cell[],
    recipes: readonly RecipeText[] = [],
  ): Promise<Map<string, Added>> {
    const checked: Cell[] = [];
    for (const slice of slices(cells)) {
      checked.push(...slice.map(cellKind.check));
      if (checked.length < cells.length) await breathe();
    }
    await Promise.all(recipes.map(checkRecipe));
    const texts = new Map(recipes.map(({ hash, text }) => [hash, text]));
    void askToPersist();
    const outcomes = new Map<string, Added>();
    for (const slice of slices(onePerKey(checked))) {
      const became = await this.connection.use((db) => addTogether(db, slice, texts));
      for (const [i, cell] of slice.entries()) outcomes.set(cell.key, became[i] ?? 'there');
      this.#onNew(slice.flatMap(({ key }, i) => (became[i] === 'there' ? [] : key)));
    }
    return outcomes;
  }

  /** The states of those of these cells that are stored; the cells themselves are not read. */
  cellStates(keys: readonly string[]): Promise<Map<string, CellState>> {
    return readStates(this.connection, keys);
  }

  /** Those of these cells that are stored and can be read, by key. */
  async cells(keys: readonly string[]): Promise<Map<string, Cell>> {
    const cells = new Map<string, Cell>();
    const damaged: Problem[] = [];
    for (const slice of slices([...new Set(keys)])) {
      const records = await this.connection.use((db) => {
        const { store } = db.transaction('cells');
        return Promise.all(slice.map((key) => store.get(key)));
      });
      for (const cell of readable(records, cellKind, damaged)) cells.set(cell.key, cell);
      await breathe();
    }
    this.problems.tell(cellKind.joined(damaged));
    return cells;
  }

  /** The text with this SHA-256, where it is stored. */
  async text(hash: string): Promise<string | undefined> {
    return (await this.texts([hash])).get(hash);
  }

  /** Those of these texts that are stored, by SHA-256. */
  async texts(hashes: readonly string[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const slice of slices([...new Set(hashes)])) {
      const found = await this.connection.use((db) => {
        const { store } = db.transaction('texts');
        return Promise.all(slice.map((hash) => store.get(hash)));
      });
      for (const [i, hash] of slice.entries()) {
        const text = found[i];
        if (typeof text === 'string') texts.set(hash, text);
      }
      await breathe();
    }
    return texts;
  }

  /** Hears of stored records that could not be read. Returns the undo. */
  onProblem(listener: (problem: Problem) => void): () => void {
    return this.problems.listen(listener);
  }
}
