import { sampleCell, sampleRecipe } from '../../../../src/domain/testing/sample-experiment.ts';
import { openStores } from '../../../../src/store/stores.ts';

/** Works on the store of cells, one step after the other; each is timed by itself. */
export class CellSteps {
  readonly #stores = openStores();
  #cells: ReturnType<typeof sampleCell>[] = [];

  /** Makes the cells that the other steps work on. */
  prepare(count: number): void {
    this.#cells = Array.from({ length: count }, (_, i) => sampleCell(i));
  }

  /** Some one by one, as a run of an experiment finishes them. Returns milliseconds for each. */
  async oneByOne(count: number): Promise<number> {
    const { experiments } = await this.#stores;
    const start = performance.now();
    for (const cell of this.#cells.slice(0, count)) await experiments.addCell(cell, sampleRecipe);
    return (performance.now() - start) / count;
  }

  async add(): Promise<void> {
    await (await this.#stores).experiments.addCells(this.#cells, [sampleRecipe]);
  }

  async states(): Promise<void> {
    const { size } = await (await this.#stores).experiments.cellStates(this.#keys());
    if (size !== this.#cells.length) throw new Error(`${size} states`);
  }

  async read(): Promise<void> {
    const { size } = await (await this.#stores).experiments.cells(this.#keys());
    if (size !== this.#cells.length) throw new Error(`${size} cells`);
  }

  #keys(): string[] {
    return this.#cells.map(({ key }) => key);
  }
}
