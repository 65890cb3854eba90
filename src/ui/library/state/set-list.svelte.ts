import type { ImportedSet } from '../../../domain/imported-set.ts';
import { Problem } from '../../../domain/problem.ts';
import type { WholeImport } from '../../../experiments/library/import.ts';
import { readContent } from '../../../formats/benches/stored.ts';
import type { BenchContent } from '../../../formats/benches/types.ts';
import type { SetStore, SetWords } from '../../../store/library/set-store.ts';
import { StoredList, type ListNotices } from '../../parts/stored-list.svelte.ts';

type Store = Pick<SetStore, 'change' | 'content' | 'list' | 'onChange' | 'put' | 'remove'>;

/** The imported sets of this machine. */
export class SetList extends StoredList<ImportedSet, Store> {
  constructor(store: Promise<Store>, notices: ListNotices) {
    super(store, notices, (opened, heard) =>
      opened.onChange((change) =>
        heard(change.kind === 'put' ? { kind: 'put', rows: change.sets } : change),
      ),
    );
  }

  /** Stores a set with its content. @throws Problem */
  async add(whole: WholeImport): Promise<void> {
    await (await this.store).put(whole);
  }

  /** What a set holds. @throws Problem where it is gone, or cannot be read */
  async content({ id, name }: Pick<ImportedSet, 'id' | 'name'>): Promise<BenchContent> {
    const stored = await (await this.store).content(id);
    if (stored !== undefined) return readContent(stored, name);
    throw new Problem({
      code: 'file-missing',
      message: `The set “${name}” is no longer in the library.`,
      remedy: 'It was removed in another tab. Import its file again.',
    });
  }

  /** Corrects what a set says of itself; a name that is empty is not taken. */
  change(id: string, words: SetWords): Promise<void> {
    return this.attempt((store) => store.change(id, words));
  }

  /** Removes a set with its content, with an undo. */
  remove({ id, name }: ImportedSet): Promise<void> {
    return this.attempt(async (store) => {
      const removed = await store.remove(id);
      if (removed)
        this.offerUndo(`“${name}” is removed from the library.`, () => store.put(removed));
    });
  }
}
