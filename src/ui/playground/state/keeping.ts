import { Problem } from '../../../domain/problem.ts';
import type { Run } from '../../../domain/run.ts';
import type { RunChange } from '../../../store/run-store.ts';
import type { ArmAnswer } from './answer.svelte.ts';
import { Debounce } from '../../parts/debounce.ts';
import { readDesk, shownRuns, writeDesk, type Desk } from './desk.ts';
import type { DeskStore, Surroundings } from './surroundings.ts';

/** Quiet before the desk is written, in milliseconds. */
const quiet = 400;

/** What is kept, and where it comes from. */
interface Sources {
  /** The desk as it is now. */
  desk: () => Desk;
  /** The answers on screen. */
  answers: () => readonly ArmAnswer[];
}

/** Keeps the desk and the finished runs in the store, and brings them back. */
export class Keeping {
  readonly #near: Pick<Surroundings, 'store' | 'notices'>;
  readonly #from: Sources;
  readonly #saving = new Debounce(quiet, () => void this.#save());
  #keepsDesk = false;

  constructor(near: Pick<Surroundings, 'store' | 'notices'>, from: Sources) {
    this.#near = near;
    this.#from = from;
  }

  /** The desk as it was left with its runs, or null on a first visit; what goes wrong is told. */
  async open(): Promise<{ desk: Desk; runs: Record<string, Run> } | null> {
    try {
      const store = await this.#near.store;
      store.onChange((change) => this.#storeChanged(change));
      const desk = await readDesk(store);
      this.#keepsDesk = true;
      return desk && { desk, runs: await shownRuns(store, desk) };
    } catch (thrown) {
      // A store that could not be read may hold a desk: it is not written over.
      this.#keepsDesk = Problem.from(thrown).code === 'bad-input';
      this.#near.notices.problem(thrown);
      return null;
    }
  }

  /** A stored run. @throws Problem */
  async get(id: string): Promise<Run> {
    const run = await (await this.#near.store).get(id);
    if (run) return run;
    throw new Problem({
      code: 'bad-input',
      message: `No saved run has the id ${id}.`,
      remedy: 'It was deleted, or saved on another machine. Look for it under Runs.',
    });
  }

  /** Stores a finished run; tells of a failure, and rejects. */
  async keep(run: Run): Promise<void> {
    try {
      await (await this.#near.store).add([run]);
      this.changed();
    } catch (thrown) {
      this.#near.notices.problem(thrown);
      throw thrown;
    }
  }

  /** Rates an answer's run, or with null takes the rating back. */
  async rate(answer: ArmAnswer, rating: number | null): Promise<void> {
    const { run } = answer;
    if (!run) return;
    answer.run = { ...run, rating };
    try {
      await (await this.#near.store).annotate(run.id, { rating });
    } catch (thrown) {
      if (answer.run?.id === run.id) answer.run = run;
      this.#near.notices.problem(thrown);
    }
  }

  /** Something that is kept on the desk has changed. */
  changed(): void {
    if (this.#keepsDesk) this.#saving.call();
  }

  /** Writes the desk now, where it is still to be written. */
  flush(): void {
    this.#saving.flush();
  }

  async #save(): Promise<void> {
    try {
      const store: DeskStore = await this.#near.store;
      await writeDesk(store, this.#from.desk());
    } catch (thrown) {
      this.#near.notices.problem(thrown);
    }
  }

  /** Ratings given elsewhere show here too; a run that was deleted is no longer stored. */
  #storeChanged(change: RunChange): void {
    for (const answer of this.#from.answers()) {
      const { run } = answer;
      if (!run) continue;
      if (change.kind === 'removed' && change.ids.includes(run.id)) answer.stored = 'no';
      const summary =
        change.kind === 'put' ? change.summaries.find((s) => s.id === run.id) : undefined;
      if (!summary) continue;
      answer.stored = 'yes';
      if (summary.rating !== run.rating) answer.run = { ...run, rating: summary.rating };
    }
  }
}
