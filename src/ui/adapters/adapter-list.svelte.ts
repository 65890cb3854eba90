import * as v from 'valibot';
import type { Adapter } from '../../domain/training/adapter.ts';
import type { Engine } from '../../engine/engine.ts';
import type { AdapterStore } from '../../store/adapters/adapter-store.ts';
import { recall, remember } from '../choices.ts';
import { StoredList, type ListNotices } from '../parts/stored-list.svelte.ts';

type Store = Pick<AdapterStore, 'list' | 'onChange' | 'put' | 'remove' | 'rename'>;

/** Adapters whose record is gone and whose weights still lie there, so that an undo brings them back. */
const doomedKey = 'removed-adapters';

/** How long an undo is offered, with some to spare, in milliseconds. */
const undoTime = 20_000;

/** The adapters of this machine. */
export class AdapterList extends StoredList<Adapter, Store> {
  readonly #files: Pick<Engine, 'removeAdapter'>;

  constructor(store: Promise<Store>, files: Pick<Engine, 'removeAdapter'>, notices: ListNotices) {
    super(store, notices, (opened, heard) =>
      opened.onChange((change) =>
        heard(change.kind === 'put' ? { kind: 'put', rows: change.adapters } : change),
      ),
    );
    this.#files = files;
  }

  /** Stores the record of an adapter whose weights are here. @throws Problem */
  async add(adapter: Adapter): Promise<void> {
    this.#spare(adapter.id);
    await (await this.store).put(adapter);
  }

  /** Gives an adapter another name; a name that is empty is not taken. */
  rename(id: string, name: string): Promise<void> {
    return this.attempt((store) => store.rename(id, name));
  }

  /** Deletes an adapter, with an undo: its weights go when that is no longer offered. */
  remove({ id, name }: Adapter): Promise<void> {
    return this.attempt(async (store) => {
      const removed = await store.remove(id);
      if (!removed) return;
      remember(doomedKey, [...doomed(), id]);
      const timer = setTimeout(() => void this.#sweep([id]), undoTime);
      this.offerUndo(`The adapter “${name}” is deleted.`, () => {
        clearTimeout(timer);
        return this.add(removed);
      });
    });
  }

  protected override opened(): void {
    if (this.status === 'ready') setTimeout(() => void this.#sweep(doomed()), undoTime);
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
}

const doomed = (): string[] => recall(doomedKey, v.array(v.string()), []);
