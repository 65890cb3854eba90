import * as v from 'valibot';
import { Problem } from '../../domain/problem.ts';
import type { Adapter } from '../../domain/training/adapter.ts';
import type { Engine } from '../../engine/engine.ts';
import type { AdapterChange, AdapterStore } from '../../store/adapters/adapter-store.ts';
import { recall, remember } from '../choices.ts';
import type { Notice } from '../notices/notices.svelte.ts';

type Store = Pick<AdapterStore, 'list' | 'onChange' | 'put' | 'remove' | 'rename'>;

interface Notices {
  problem(thrown: unknown, action?: Notice['action']): void;
  news(message: string, action?: Notice['action']): void;
}

const newestFirst = (adapters: readonly Adapter[]): Adapter[] =>
  adapters.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));

/** Adapters whose record is gone and whose weights still lie there, so that an undo brings them back. */
const doomedKey = 'removed-adapters';

/** How long an undo is offered, with some to spare, in milliseconds. */
const undoTime = 20_000;

/** The adapters of this machine, newest first, as other tabs change them too. */
export class AdapterList {
  status = $state<'opening' | 'ready' | 'failed'>('opening');
  problem = $state.raw<Problem | null>(null);
  all = $state.raw<readonly Adapter[]>([]);
  readonly #store: Promise<Store>;
  readonly #files: Pick<Engine, 'removeAdapter'>;
  readonly #notices: Notices;

  constructor(store: Promise<Store>, files: Pick<Engine, 'removeAdapter'>, notices: Notices) {
    this.#store = store;
    this.#files = files;
    this.#notices = notices;
    void this.#watch();
  }

  of(id: string | undefined): Adapter | undefined {
    return this.all.find((adapter) => adapter.id === id);
  }

  /** Reads the list anew; a failure shows in `problem`. */
  async load(): Promise<void> {
    try {
      this.all = newestFirst(await (await this.#store).list());
      this.status = 'ready';
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.status = 'failed';
    }
  }

  /** Stores the record of an adapter whose weights are here. @throws Problem */
  async add(adapter: Adapter): Promise<void> {
    this.#spare(adapter.id);
    await (await this.#store).put(adapter);
  }

  /** Gives an adapter another name; a name that is empty is not taken. */
  async rename(id: string, name: string): Promise<void> {
    try {
      await (await this.#store).rename(id, name);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  /** Deletes an adapter, with an undo: its weights go when that is no longer offered. */
  async remove({ id, name }: Adapter): Promise<void> {
    try {
      const store = await this.#store;
      const removed = await store.remove(id);
      if (!removed) return;
      remember(doomedKey, [...doomed(), id]);
      const timer = setTimeout(() => void this.#sweep([id]), undoTime);
      this.#notices.news(`The adapter “${name}” is deleted.`, {
        label: 'Undo',
        run: () => {
          clearTimeout(timer);
          void this.add(removed).catch((thrown: unknown) => this.#notices.problem(thrown));
        },
      });
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  #spare(id: string): void {
    remember(
      doomedKey,
      doomed().filter((other) => other !== id),
    );
  }

  /** Removes weights that nobody can ask for any more; what fails is tried again at the next visit. */
  async #sweep(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (!doomed().includes(id) || this.of(id)) continue;
      await this.#files.removeAdapter({ id }).then(
        () => this.#spare(id),
        () => undefined,
      );
    }
  }

  async #watch(): Promise<void> {
    const store = await this.#store.catch(() => null); // `load` tells why
    store?.onChange((change) => this.#heard(change));
    await this.load();
    if (this.status === 'ready') setTimeout(() => void this.#sweep(doomed()), undoTime);
  }

  #heard(change: AdapterChange): void {
    if (change.kind === 'reset') void this.load();
    else if (change.kind === 'put') {
      const put = change.adapters.map(({ id }) => id);
      const kept = this.all.filter(({ id }) => !put.includes(id));
      this.all = newestFirst([...change.adapters, ...kept]);
    } else this.all = this.all.filter(({ id }) => !change.ids.includes(id));
  }
}

const doomed = (): string[] => recall(doomedKey, v.array(v.string()), []);
