import { givenTokens, type Cell } from '../../domain/cell.ts';
import type { Problem } from '../../domain/problem.ts';
import type { PlannedCell, Round } from '../plan/plan.ts';
import { failedCell, type BlockGround } from './block.ts';
import type { Keeper } from './keeper.ts';
import { stopped } from './persist.ts';
import type { ProgressMeter } from './progress.ts';
import { answersIn } from './prompts.ts';
import { neededBy } from './round-blocks.ts';

/** What any block is worked out on. */
export type KeptGround = Pick<BlockGround, 'round' | 'answers' | 'signal' | 'keep'>;

/** What of a round is stored, and what is put there. */
export class CellBook {
  readonly #round: Round;
  readonly #keeper: Keeper;
  readonly #meter: ProgressMeter;
  readonly #again: boolean;
  readonly #states: Map<string, 'done' | 'failed'>;

  /**
   * @param states how the round's cells are stored at the start
   * @param again whether cells that failed before are asked again
   */
  constructor(
    round: Round,
    states: ReadonlyMap<string, 'done' | 'failed'>,
    { keeper, meter, again }: { keeper: Keeper; meter: ProgressMeter; again: boolean },
  ) {
    this.#round = round;
    this.#keeper = keeper;
    this.#meter = meter;
    this.#again = again;
    this.#states = new Map(states);
  }

  /** Whether nothing is to be done for a cell. */
  isSettled = (key: string): boolean => {
    const state = this.#states.get(key);
    return state === 'done' || (state === 'failed' && !this.#again);
  };

  /**
   * Has a block worked out on the answers that it needs; what is there is kept, whatever became of the rest.
   * @throws what the work throws; 'cancelled' after an abort; Problem of the store
   */
  async keeping(
    block: readonly PlannedCell[],
    signal: AbortSignal,
    work: (ground: KeptGround) => Promise<void>,
  ): Promise<void> {
    const round = this.#round;
    const writes: Promise<unknown>[] = [];
    const keep: KeptGround['keep'] = (cell, recipe) => {
      if (this.isSettled(cell.key)) return;
      const write = this.#keep(cell, recipe);
      write.catch(() => undefined); // told below, when the block is done
      writes.push(write);
    };
    const answers = answersIn(round, await this.#keeper.cells(neededBy(round, block)));
    try {
      await work({ round, answers, signal, keep });
    } finally {
      await Promise.all(writes);
    }
    if (signal.aborted) throw stopped();
  }

  /** Cells whose weights could not be had; what is there already stays. */
  async fail(block: readonly PlannedCell[], problem: Problem): Promise<void> {
    for (const { key } of block)
      if (!this.isSettled(key)) await this.#keep(failedCell(key, problem.report()));
  }

  async #keep(cell: Cell, recipe?: { hash: string; text: string }): Promise<void> {
    await this.#keeper.addCell(cell, recipe);
    const before = this.#states.get(cell.key);
    const ended = cell.kind === 'failed' ? 'failed' : 'done';
    this.#states.set(cell.key, ended);
    this.#meter.cell(ended, tokensIn(cell), before === 'failed');
  }
}

function tokensIn(cell: Cell): number {
  switch (cell.kind) {
    case 'failed':
      return 0;
    case 'answer':
      return givenTokens(cell);
    case 'judgment':
      return cell.length;
    case 'likelihood':
      return cell.tokens.length;
  }
}
