import { SvelteSet } from 'svelte/reactivity';
import type { Run } from '../../domain/run.ts';
import { Problem } from '../../domain/problem.ts';
import type { RunChange, RunStore, RunSummary } from '../../store/run-store.ts';
import { breathe } from '../../store/slices.ts';
import type { notices as Notices } from '../notices/notices.svelte.ts';
import { counted } from '../parts/format.ts';
import { without, withPut } from './list/merge.ts';
import { Narrowing } from './list/narrowing.ts';
import { emptyTally, tallied } from './list/tally.ts';
import { newestFirst, noFilters, sorted, type Filters, type Sort } from './list/select.ts';

/** The list of saved runs as the reader left it: kept while the page is open. */
export class RunList {
  status = $state<'opening' | 'ready' | 'failed'>('opening');
  problem = $state.raw<Problem | null>(null);
  /** How many runs have been read while they are, in steps: each shows. */
  read = $state(0);
  /** All runs, newest first. */
  all = $state.raw<readonly RunSummary[]>([]);
  /** What can be chosen in filters; of a long list a moment after it. */
  tally = $state.raw(emptyTally);
  filters = $state.raw<Filters>(noFilters);
  sort = $state.raw<Sort>(newestFirst);
  /** Ids of chosen runs, whether the filters show them or not. */
  readonly selected = new SvelteSet<string>();
  /** The run that the keyboard is at, or that was opened last. */
  activeId = $state<string | null>(null);
  /** How far the list was scrolled when it was left, in pixels. */
  scrollTop = 0;

  readonly #narrowing = new Narrowing();
  readonly #ordered = $derived(sorted(this.all, this.sort));
  readonly shown = $derived(this.#narrowing.filtered(this.#ordered, this.filters, Date.now()));
  readonly filtering = $derived(JSON.stringify(this.filters) !== JSON.stringify(noFilters));

  readonly #store: Promise<RunStore>;
  readonly #notices: typeof Notices;
  #removed: Run[][] = [];
  /** What changed since reading the list began; null while it is not being read. */
  #meanwhile: RunChange[] | null = null;

  constructor(store: Promise<RunStore>, notices: typeof Notices) {
    this.#store = store;
    this.#notices = notices;
    void this.#watch();
  }

  /** Reads the list anew; a failure shows in `problem`. */
  async load(): Promise<void> {
    const meanwhile: RunChange[] = (this.#meanwhile = []);
    this.read = 0;
    try {
      const store = await this.#store;
      const all = await store.summaries((count) => {
        if (count - this.read >= 5_000) this.read = count;
      });
      if (this.#meanwhile !== meanwhile) return; // it is being read once more
      this.#turnTo(all);
      this.#meanwhile = null;
      for (const change of meanwhile) this.#apply(change);
      this.status = 'ready';
      this.problem = null;
    } catch (thrown) {
      if (this.#meanwhile !== meanwhile) return;
      this.#meanwhile = null;
      this.problem = Problem.from(thrown);
      this.status = 'failed';
    }
  }

  filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
  }

  clearFilters(): void {
    this.filters = noFilters;
  }

  /** Chooses runs or takes them out of the choice. */
  select(ids: readonly string[], chosen: boolean): void {
    for (const id of ids) {
      if (chosen) this.selected.add(id);
      else this.selected.delete(id);
    }
  }

  /** Deletes runs, with an undo. Returns whether it worked. */
  async remove(ids: readonly string[]): Promise<boolean> {
    try {
      const removed = await (await this.#store).remove(ids);
      if (removed.length > 0) this.#removed.push(removed);
      this.#notices.news(`Deleted ${counted(removed.length, 'run')}.`, {
        label: 'Undo',
        run: () => void this.#restore(removed),
      });
      return true;
    } catch (thrown) {
      this.#notices.problem(thrown);
      return false;
    }
  }

  /** Brings back what was deleted last; nothing where nothing was. */
  async undoRemove(): Promise<void> {
    const removed = this.#removed.at(-1);
    if (removed) await this.#restore(removed);
  }

  async #restore(removed: Run[]): Promise<void> {
    if (!this.#removed.includes(removed)) return;
    try {
      await (await this.#store).add(removed);
      this.#removed = this.#removed.filter((other) => other !== removed);
      this.#notices.news(`${counted(removed.length, 'run')} restored.`);
    } catch (thrown) {
      this.#notices.problem(thrown, { label: 'Undo', run: () => void this.#restore(removed) });
    }
  }

  async #watch(): Promise<void> {
    const store = await this.#store.catch(() => null); // `load` tells why
    store?.onChange((change) => this.#apply(change));
    store?.onProblem((problem) => this.#notices.problem(problem));
    await this.load();
  }

  #turnTo(all: readonly RunSummary[]): void {
    this.all = all;
    void this.#count(all);
  }

  async #count(all: readonly RunSummary[]): Promise<void> {
    const counting = tallied(all);
    for (let step = counting.next(); ; step = counting.next()) {
      if (step.done) return void (this.tally = step.value);
      await breathe();
      if (this.all !== all) return;
    }
  }

  #apply(change: RunChange): void {
    if (change.kind === 'reset') void this.load();
    else if (this.#meanwhile) this.#meanwhile.push(change);
    else if (change.kind === 'put') this.#turnTo(withPut(this.all, change.summaries));
    else {
      this.#turnTo(without(this.all, change.ids));
      this.select(change.ids, false);
    }
  }
}
