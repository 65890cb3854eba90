import type { ImportedSet } from '../../../domain/imported-set.ts';
import { Problem } from '../../../domain/problem.ts';
import type { WholeImport } from '../../../experiments/library/import.ts';
import { readContent } from '../../../formats/benches/stored.ts';
import type { BenchContent } from '../../../formats/benches/types.ts';
import type { SetChange, SetStore, SetWords, WholeSet } from '../../../store/library/set-store.ts';
import type { Notice } from '../../notices/notices.svelte.ts';

type Store = Pick<SetStore, 'change' | 'content' | 'list' | 'onChange' | 'put' | 'remove'>;

interface Notices {
  problem(thrown: unknown, action?: Notice['action']): void;
  news(message: string, action?: Notice['action']): void;
}

const newestFirst = (sets: readonly ImportedSet[]): ImportedSet[] =>
  sets.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));

/** The imported sets of this machine, newest first, as other tabs change them too. */
export class SetList {
  status = $state<'opening' | 'ready' | 'failed'>('opening');
  problem = $state.raw<Problem | null>(null);
  all = $state.raw<readonly ImportedSet[]>([]);
  readonly #store: Promise<Store>;
  readonly #notices: Notices;

  constructor(store: Promise<Store>, notices: Notices) {
    this.#store = store;
    this.#notices = notices;
    void this.#watch();
  }

  of(id: string | undefined): ImportedSet | undefined {
    return this.all.find((set) => set.id === id);
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

  /** Stores a set with its content. @throws Problem */
  async add(whole: WholeImport): Promise<void> {
    await (await this.#store).put(whole);
  }

  /** What a set holds. @throws Problem where it is gone, or cannot be read */
  async content({ id, name }: Pick<ImportedSet, 'id' | 'name'>): Promise<BenchContent> {
    const stored = await (await this.#store).content(id);
    if (stored !== undefined) return readContent(stored, name);
    throw new Problem({
      code: 'file-missing',
      message: `The set “${name}” is no longer in the library.`,
      remedy: 'It was removed in another tab. Import its file again.',
    });
  }

  /** Corrects what a set says of itself; a name that is empty is not taken. */
  async change(id: string, words: SetWords): Promise<void> {
    try {
      await (await this.#store).change(id, words);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  /** Removes a set with its content, with an undo. */
  async remove({ id, name }: ImportedSet): Promise<void> {
    try {
      const store = await this.#store;
      const removed = await store.remove(id);
      if (!removed) return;
      this.#notices.news(`“${name}” is removed from the library.`, {
        label: 'Undo',
        run: () => void this.#restore(store, removed),
      });
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  async #restore(store: Store, removed: WholeSet): Promise<void> {
    try {
      await store.put(removed);
    } catch (thrown) {
      const again = () => void this.#restore(store, removed);
      this.#notices.problem(thrown, { label: 'Undo', run: again });
    }
  }

  async #watch(): Promise<void> {
    const store = await this.#store.catch(() => null); // `load` tells why
    store?.onChange((change) => this.#heard(change));
    await this.load();
  }

  #heard(change: SetChange): void {
    if (change.kind === 'reset') void this.load();
    else if (change.kind === 'put') {
      const put = change.sets.map(({ id }) => id);
      const kept = this.all.filter(({ id }) => !put.includes(id));
      this.all = newestFirst([...change.sets, ...kept]);
    } else this.all = this.all.filter(({ id }) => !change.ids.includes(id));
  }
}
