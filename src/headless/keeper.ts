import type { Cell } from '../domain/cell.ts';
import type { ExperimentRecord } from '../domain/experiment.ts';
import type { Round } from '../experiments/plan/plan.ts';
import type { Keeper } from '../experiments/run/keeper.ts';
import type { Driver } from './driver.ts';

const stateOf = ({ kind }: Cell): 'done' | 'failed' => (kind === 'failed' ? 'failed' : 'done');

/** Keeps cells with the driver, and here as long as the page is open. */
export class DriverKeeper implements Keeper {
  readonly #driver: Driver;
  readonly #rounds: unknown[];
  readonly #recipes: Set<string>;
  readonly #cells = new Map<string, Cell>();
  readonly #planned: Round[] = [];

  /**
   * @param rounds as an earlier part left them
   * @param recipes hashes of the recipes whose texts the driver has
   */
  constructor(driver: Driver, rounds: readonly unknown[], recipes: readonly string[]) {
    this.#driver = driver;
    this.#rounds = [...rounds];
    this.#recipes = new Set(recipes);
  }

  /** Cells that the driver has. */
  give(cells: readonly Cell[]): void {
    for (const cell of cells) this.#cells.set(cell.key, cell);
  }

  /** The rounds that this page planned. */
  get planned(): readonly Round[] {
    return this.#planned;
  }

  async put(record: ExperimentRecord): Promise<void> {
    await this.#driver({ kind: 'record', record });
  }

  async putRound(round: Round): Promise<void> {
    await this.#driver({ kind: 'round', round });
    this.#rounds[round.number] = this.#planned[round.number] = round;
  }

  async rounds(): Promise<unknown[]> {
    return this.#rounds;
  }

  async addCell(cell: Cell, recipe?: { hash: string; text: string }): Promise<void> {
    const before = this.#cells.get(cell.key);
    if (before && stateOf(before) === 'done') return;
    const isNew = recipe !== undefined && !this.#recipes.has(recipe.hash);
    // before the wait: the next cell with this recipe may come meanwhile, and lines keep their order
    if (isNew) this.#recipes.add(recipe.hash);
    await this.#driver({
      kind: 'cell',
      line: JSON.stringify(cell),
      recipe: isNew ? recipe : null,
    });
    this.#cells.set(cell.key, cell);
  }

  async cellStates(keys: readonly string[]): Promise<Map<string, 'done' | 'failed'>> {
    return new Map([...(await this.cells(keys))].map(([key, cell]) => [key, stateOf(cell)]));
  }

  async cells(keys: readonly string[]): Promise<Map<string, Cell>> {
    return new Map(
      keys.flatMap((key) => {
        const cell = this.#cells.get(key);
        return cell ? [[key, cell] as const] : [];
      }),
    );
  }
}
