import type { Cell, JudgmentCell } from '../../domain/cell.ts';
import type { Scored } from '../../scoring/answered.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';

const placeOf = ({ arm, item, seed, turn }: PlannedCell, scorer: number): string =>
  `${arm}/${item}/${seed}/${turn}/${scorer}`;

/** The judgments of a round, found by the answer that they are of. */
export class JudgmentBook {
  /** By place and scorer; of two the one with the own answer in front first. */
  readonly #planned = new Map<string, PlannedCell[]>();
  readonly #cells: ReadonlyMap<string, Cell>;

  constructor({ cells: planned }: Pick<Round, 'cells'>, cells: ReadonlyMap<string, Cell>) {
    this.#cells = cells;
    for (const cell of planned) {
      if (cell.kind !== 'judgment') continue;
      const place = placeOf(cell, cell.scorer ?? 0);
      const there = this.#planned.get(place) ?? [];
      this.#planned.set(place, there);
      if (cell.against?.first === 'own') there.unshift(cell);
      else there.push(cell);
    }
  }

  /**
   * The score of an answer by what its judgments come to.
   * @param read gives it of judgments that are all there
   * @returns null where none is planned, or one is still to come; an error where one failed
   */
  of(
    answer: PlannedCell,
    scorer: number,
    read: (all: readonly JudgmentCell[]) => Scored,
  ): Scored | null {
    const planned = this.#planned.get(placeOf(answer, scorer)) ?? [];
    if (planned.length === 0) return null;
    const given: JudgmentCell[] = [];
    for (const { key } of planned) {
      const cell = this.#cells.get(key);
      if (cell?.kind === 'failed') return { error: cell.problem.message, elsewhere: true };
      if (cell?.kind === 'judgment') given.push(cell);
    }
    return given.length === planned.length ? read(given) : null;
  }
}
