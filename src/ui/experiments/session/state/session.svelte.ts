import type { ExperimentRecord } from '../../../../domain/experiment.ts';
import { Problem } from '../../../../domain/problem.ts';
import { checkDocument } from '../../../../experiments/document/read.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { chosenIn } from '../../../../experiments/plan/chosen.ts';
import type { Round } from '../../../../experiments/plan/plan.ts';
import { readRound } from '../../../../experiments/plan/read-round.ts';
import type { Keeper } from '../../../../experiments/run/keeper.ts';
import { ServedDesk } from '../../../endpoints/served-desk.svelte.ts';
import { Analysing } from './analysing.svelte.ts';
import { interrupted } from './interrupted.ts';
import { KnownCells } from './known-cells.ts';
import type { ExperimentChange } from '../../../../store/experiments/experiment-store.ts';
import type { SessionParts, SessionStore } from './parts.ts';
import { Planning } from './planning.svelte.ts';
import { Prompts } from './prompts.ts';
import { keysOf, renamed } from './records.ts';
import { RunLock } from './run-lock.svelte.ts';
import { Running } from './running.svelte.ts';

/** How long a reload waits for the page before it to let go, in milliseconds. */
const handOver = 5000;

/** One experiment on screen: its record and plan, its run, its results; kept up with other tabs. */
export class Session {
  status = $state<'opening' | 'open' | 'missing' | 'failed'>('opening');
  record = $state.raw<ExperimentRecord | null>(null);
  document = $state.raw<ExperimentDocument | null>(null);
  rounds = $state.raw<readonly Round[]>([]);
  problem = $state.raw<Problem | null>(null);
  readonly id: string;
  readonly planning: Planning;
  readonly running: Running;
  readonly analysing: Analysing;
  readonly lock: RunLock;
  readonly cells: KnownCells;
  readonly prompts: Prompts;
  /** What may be asked of served models. */
  readonly served = new ServedDesk();
  readonly #near: SessionParts;
  readonly #keys = $derived(keysOf(this.rounds));
  #unlisten: (() => void) | null = null;
  #run: Promise<void> | null = null;

  constructor(id: string, near: SessionParts) {
    this.id = id;
    this.#near = near;
    this.cells = new KnownCells(near.store);
    this.prompts = new Prompts(near);
    this.planning = new Planning(near);
    this.running = new Running(near);
    this.lock = new RunLock(id, () => void this.load());
    this.analysing = new Analysing(
      () => this.document && { document: this.document, rounds: this.rounds },
      this.cells,
      async () => (await near.store).ratings(id),
    );
    void this.#open();
  }

  /** Whether it has begun: then its plan stands. */
  get begun(): boolean {
    return this.rounds.length > 0;
  }

  /** Whether the reader has agreed to all that it sends elsewhere; true where that is nothing. */
  get allowed(): boolean {
    return this.document !== null && this.served.allows(this.document);
  }

  /** Whether its tab was closed in the middle of a run. */
  get cutOff(): boolean {
    return this.record?.state === 'running' && this.lock.holder === 'nobody';
  }

  /** Reads it anew; what hinders it shows in `status` and `problem`. */
  async load(): Promise<void> {
    try {
      const store = await this.#near.store;
      const record = await store.get(this.id);
      this.record = record ?? null;
      if (!record) {
        this.status = 'missing';
        return;
      }
      this.document ??= checkDocument(record.document);
      await this.lock.look();
      await this.#readRounds(store);
      this.status = 'open';
      this.problem = null;
      this.analysing.touch();
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.status = 'failed';
    }
  }

  /** Plans what is to come, where nothing has begun. */
  plan(): void {
    if (this.document && !this.begun && this.running.at === 'rest')
      void this.planning.plan(this.id, this.document);
  }

  /**
   * Runs it, from wherever it is, unless another tab does.
   * @param again whether cells that failed are asked again
   */
  async start({ again = false, patience = 0 } = {}): Promise<void> {
    if (this.running.at !== 'rest' || this.#run || !this.allowed) return;
    this.planning.stop();
    this.#run = this.#hold(again, patience);
    await this.#run;
    this.#run = null;
  }

  /** When no run is at work in this tab. */
  atRest(): Promise<void> {
    return this.#run ?? Promise.resolve();
  }

  /** Stops the run in this tab: results are kept, and it may go on. */
  pause(): void {
    this.running.stop();
  }

  /** Gives it another name. Its document stays as it is: arms may be named after it. */
  async rename(title: string): Promise<void> {
    const name = title.trim();
    if (!this.record || name === '' || name === this.record.title) return;
    const before = this.record;
    this.record = renamed(before, name);
    try {
      await (await this.#near.store).put(this.record);
    } catch (thrown) {
      this.record = before;
      this.#near.notices.problem(thrown);
    }
  }

  close(): void {
    this.#unlisten?.();
    this.planning.stop();
    this.lock.close();
  }

  async #open(): Promise<void> {
    const store = await this.#near.store.catch(() => null); // `load` tells why
    this.#unlisten = store?.onChange((change) => this.#heard(change)) ?? null;
    await this.load();
    const resumes = this.record?.state === 'running' && interrupted.has(this.id);
    if (this.status === 'open' && resumes) await this.start({ patience: handOver });
  }

  async #hold(again: boolean, patience: number): Promise<void> {
    await this.lock.hold(async () => {
      interrupted.mark(this.id);
      await this.#work(again);
      interrupted.unmark(this.id);
    }, patience);
  }

  async #work(again: boolean): Promise<void> {
    const { record, document } = this;
    if (!record || !document) return;
    const { model, precision } = this.#near.model.choice;
    const chosen = chosenIn(this.rounds, document.scorers) ?? { id: model, precision };
    const keeper = this.#keeper(await this.#near.store);
    const served = document.served.length > 0 ? this.served : null;
    await this.running.run({ record, document, chosen, keeper, again, served });
    this.analysing.finish();
    await this.planning.learn(this.running.cells, this.running.worked);
  }

  /** The store, and what a run puts into it shown as it goes. */
  #keeper(store: SessionStore): Keeper {
    return {
      put: async (record) => {
        // the reader may have renamed it since the run began
        const current = { ...record, title: this.record?.title ?? record.title };
        await store.put(current);
        this.record = current;
      },
      putRound: async (round) => {
        await store.putRound(round);
        this.rounds = [...this.rounds.slice(0, round.number), round];
      },
      addCell: async (cell, recipe) => {
        await store.addCell(cell, recipe);
        this.cells.put(cell.key, cell);
        this.analysing.touch();
      },
      rounds: (experiment) => store.rounds(experiment),
      cellStates: (keys) => store.cellStates(keys),
      cells: (keys) => store.cells(keys),
    };
  }

  async #readRounds(store: SessionStore): Promise<void> {
    const stored = await store.rounds(this.id);
    if (stored.length !== this.rounds.length)
      this.rounds = await Promise.all(stored.map(readRound));
  }

  #heard(change: ExperimentChange): void {
    // of a run in this tab the run itself tells
    if (this.running.at !== 'rest') return;
    if (change.kind === 'cells') this.#cellsCame(change.added);
    else if (change.kind === 'reset') {
      this.cells.lookAgain();
      void this.load();
    } else if (change.kind === 'removed') {
      if (change.ids.includes(this.id)) this.status = 'missing';
    } else if (change.records.some(({ id }) => id === this.id)) void this.load();
  }

  #cellsCame(added: readonly string[]): void {
    const mine = added.filter((key) => this.#keys.has(key));
    if (mine.length === 0) return;
    this.cells.lookAgain(mine);
    this.analysing.touch();
  }
}
