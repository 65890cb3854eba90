import * as v from 'valibot';
import type { ExperimentRecord } from '../../../../domain/experiment.ts';
import { Problem } from '../../../../domain/problem.ts';
import { boardOf, type Board, type Known } from '../../../../experiments/claims/board.ts';
import type { ExperimentStore } from '../../../../store/experiments/experiment-store.ts';
import { readStored } from '../../stored.ts';
import { boardModels, modelName, type BoardModel, type ChosenModel } from './board-models.ts';

/** What the board needs of the lab. */
export interface ClaimsParts {
  /** Rejects with a Problem where the browser keeps no data. */
  readonly store: Promise<Pick<ExperimentStore, 'list' | 'rounds' | 'cells' | 'ratings'>>;
  readonly chosen: ChosenModel;
}

const Claiming = v.object({ contrasts: v.array(v.object({ claim: v.optional(v.unknown()) })) });

/** Whether an experiment could say something of a claim: only then are its cells read. */
function testsClaims({ document, cells }: ExperimentRecord): boolean {
  const parsed = v.safeParse(Claiming, document);
  return cells.done > 0 && parsed.success && parsed.output.contrasts.some(({ claim }) => claim);
}

/** The claims board of one model after the other, as the reader chooses. */
export class ClaimsDesk {
  status = $state<'opening' | 'open' | 'failed'>('opening');
  problem = $state.raw<Problem | null>(null);
  /** Those that some experiment was run on, the reader's own first. */
  models = $state.raw<readonly BoardModel[]>([]);
  model = $state.raw<BoardModel | null>(null);
  board = $state.raw<Board | null>(null);
  /** How many experiments have been read, and of how many. */
  reading = $state.raw<{ done: number; all: number } | null>(null);
  /** Experiments that could not be read, with why. */
  unread = $state.raw<readonly { title: string; message: string }[]>([]);
  readonly #near: ClaimsParts;
  #records: readonly ExperimentRecord[] = [];
  /** Only the latest choice is shown, however long another takes. */
  #turn = 0;

  constructor(near: ClaimsParts) {
    this.#near = near;
    void this.load();
  }

  async load(): Promise<void> {
    this.status = 'opening';
    try {
      this.#records = (await (await this.#near.store).list()).filter(testsClaims);
      this.models = boardModels(this.#records, this.#near.chosen);
      await this.choose(this.models[0] ?? null);
      this.status = 'open';
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.status = 'failed';
    }
  }

  /** Makes the board of a model. */
  async choose(model: BoardModel | null): Promise<void> {
    const turn = ++this.#turn;
    this.model = model;
    this.board = null;
    if (!model) return;
    const known = await this.#read(model, () => turn === this.#turn);
    const board = await boardOf(model, known);
    if (turn !== this.#turn) return;
    this.board = board;
    this.reading = null;
  }

  async #read(model: BoardModel, wanted: () => boolean): Promise<Known[]> {
    const name = modelName(model);
    const own = this.#records.filter(({ models: [first] }) => first && modelName(first) === name);
    const store = await this.#near.store;
    const known: Known[] = [];
    const unread: { title: string; message: string }[] = [];
    for (const [done, record] of own.entries()) {
      if (!wanted()) return [];
      this.reading = { done, all: own.length };
      try {
        known.push(await readStored(store, record));
      } catch (thrown) {
        unread.push({ title: record.title, message: Problem.from(thrown).message });
      }
    }
    if (wanted()) this.unread = unread;
    return known;
  }
}
