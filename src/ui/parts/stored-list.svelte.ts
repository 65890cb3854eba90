import { Problem } from '../../domain/problem.ts';
import type { Notice } from '../notices/notices.svelte.ts';

/** Where a list tells what went wrong, and what can be taken back. */
export interface ListNotices {
  problem(thrown: unknown, action?: Notice['action']): void;
  news(message: string, action?: Notice['action']): void;
}

/** What a store tells of its records, by whichever tab. */
export type ListChange<Row> =
  | { readonly kind: 'put'; readonly rows: readonly Row[] }
  | { readonly kind: 'removed'; readonly ids: readonly string[] }
  | { readonly kind: 'reset' };

const newestFirst = <Row extends { readonly createdAt: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));

/** Records of this machine, newest first, as other tabs change them too. */
export abstract class StoredList<
  Row extends { readonly id: string; readonly createdAt: string },
  Store extends { list(): Promise<readonly Row[]> },
> {
  status = $state<'opening' | 'ready' | 'failed'>('opening');
  problem = $state.raw<Problem | null>(null);
  all = $state.raw<readonly Row[]>([]);
  protected readonly store: Promise<Store>;
  protected readonly notices: ListNotices;

  /** @param listen has the list told of every change of the store */
  constructor(
    store: Promise<Store>,
    notices: ListNotices,
    listen: (store: Store, heard: (change: ListChange<Row>) => void) => void,
  ) {
    this.store = store;
    this.notices = notices;
    void this.#watch(listen);
  }

  of(id: string | undefined): Row | undefined {
    return this.all.find((row) => row.id === id);
  }

  /** Reads the list anew; a failure shows in `problem`. */
  async load(): Promise<void> {
    try {
      this.all = newestFirst(await (await this.store).list());
      this.status = 'ready';
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.status = 'failed';
    }
  }

  /** Called once, when the list has been read for the first time. */
  protected opened(): void {
    // most lists have nothing to do then
  }

  /** What is wrong is told, and nothing more. */
  protected async attempt(work: (store: Store) => Promise<unknown>): Promise<void> {
    try {
      await work(await this.store);
    } catch (thrown) {
      this.notices.problem(thrown);
    }
  }

  /** Tells that something is gone, and how to have it back; a failed undo can be tried again. */
  protected offerUndo(message: string, restore: () => Promise<void>): void {
    const run = (): void =>
      void restore().catch((thrown: unknown) =>
        this.notices.problem(thrown, { label: 'Undo', run }),
      );
    this.notices.news(message, { label: 'Undo', run });
  }

  async #watch(
    listen: (store: Store, heard: (change: ListChange<Row>) => void) => void,
  ): Promise<void> {
    const store = await this.store.catch(() => null); // `load` tells why
    if (store) listen(store, (change) => this.#heard(change));
    await this.load();
    this.opened();
  }

  #heard(change: ListChange<Row>): void {
    if (change.kind === 'reset') void this.load();
    else if (change.kind === 'put') {
      const put = change.rows.map(({ id }) => id);
      this.all = newestFirst([...change.rows, ...this.all.filter(({ id }) => !put.includes(id))]);
    } else this.all = this.all.filter(({ id }) => !change.ids.includes(id));
  }
}
