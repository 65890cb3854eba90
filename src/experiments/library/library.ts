import { readContent } from '../../formats/benches/stored.ts';
import type { BenchContent } from '../../formats/benches/types.ts';
import type { SetStore } from '../../store/library/set-store.ts';
import type { SetLibrary } from '../material/shelf.ts';

/** The imported sets of this machine, by id. */
export class StoredSets implements SetLibrary {
  readonly #store: Promise<Pick<SetStore, 'content'>>;

  constructor(store: Promise<Pick<SetStore, 'content'>>) {
    this.#store = store;
  }

  async content(id: string): Promise<BenchContent | null> {
    const stored = await (await this.#store).content(id);
    return stored === undefined ? null : readContent(stored, id.slice(0, 12));
  }
}

/** Sets that a program gave for one run. */
export class GivenSets implements SetLibrary {
  readonly #sets = new Map<string, unknown>();

  give(sets: readonly { readonly id: string; readonly content: unknown }[]): void {
    for (const { id, content } of sets) this.#sets.set(id, content);
  }

  content(id: string): Promise<BenchContent | null> {
    const given = this.#sets.get(id);
    return Promise.resolve(given === undefined ? null : readContent(given, id.slice(0, 12)));
  }
}
