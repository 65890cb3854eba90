import { Problem } from '../../domain/problem.ts';
import { Adapter } from '../../domain/training/adapter.ts';
import { Changes } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { askToPersist } from '../persist.ts';
import { ProblemListeners, readable, recordKind } from '../records.ts';
import { writing } from '../writing.ts';

/** What changed in the store. After a reset everything has to be read anew. */
export type AdapterChange =
  { kind: 'put'; adapters: Adapter[] } | { kind: 'removed'; ids: string[] } | { kind: 'reset' };

const adapterKind = recordKind(Adapter, 'adapter');

/** A change to an adapter that is gone. */
function goneProblem(id: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `The adapter ${id} is no longer stored, so it could not be renamed.`,
    remedy: 'It was deleted here or in another tab. Undo the deletion there, if you can.',
  });
}

/**
 * The adapters of this machine: what made them, not their weights, which lie as files under the same ids.
 * Calls reject with a Problem ("storage-blocked", "storage-full", "storage-failed"). A stored record that
 * does not fit the schema is told to `onProblem` and left out, not deleted.
 */
export class AdapterStore {
  readonly #connection: Connection;
  readonly #changes: Changes<AdapterChange>;
  readonly #problems = new ProblemListeners();

  /** @param channel name of the channel between tabs */
  constructor(connection: Connection, channel: string) {
    this.#connection = connection;
    this.#changes = new Changes(channel);
    connection.onReset(() => this.#changes.tell({ kind: 'reset' }));
  }

  /**
   * Stores an adapter; one of the same weights is replaced, whose id it has.
   * @throws Problem "bad-input" where the record does not fit
   */
  async put(adapter: Adapter): Promise<void> {
    const checked = adapterKind.check(adapter);
    void askToPersist();
    await this.#connection.use((db) => db.put('adapters', checked));
    this.#changes.publish({ kind: 'put', adapters: [checked] });
  }

  /** One adapter, or undefined where none has this id. @throws Problem "file-damaged" */
  async get(id: string): Promise<Adapter | undefined> {
    const record = await this.#connection.use((db) => db.get('adapters', id));
    return record === undefined ? undefined : adapterKind.read(record);
  }

  /** All adapters, the newest first. */
  async list(): Promise<Adapter[]> {
    const records = await this.#connection.use((db) => db.getAllFromIndex('adapters', 'createdAt'));
    const damaged: Problem[] = [];
    const found = readable(records.reverse(), adapterKind, damaged);
    this.#problems.tell(adapterKind.joined(damaged));
    return found;
  }

  /** @throws Problem "bad-input" where the name is empty, or the adapter is not stored */
  async rename(id: string, name: string): Promise<void> {
    const renamed = await this.#connection.use((db) =>
      writing(db, ['adapters'], async (tx) => {
        const record = await tx.objectStore('adapters').get(id);
        if (record === undefined) throw goneProblem(id);
        const changed = adapterKind.check({ ...adapterKind.read(record), name: name.trim() });
        await tx.objectStore('adapters').put(changed);
        return changed;
      }),
    );
    this.#changes.publish({ kind: 'put', adapters: [renamed] });
  }

  /**
   * Deletes the record; the weights are for whoever keeps them.
   * @returns the adapter, so that `put` can bring it back; null where it is not stored or cannot be read
   */
  async remove(id: string): Promise<Adapter | null> {
    const record = await this.#connection.use((db) =>
      writing(db, ['adapters'], async (tx) => {
        const found: unknown = await tx.objectStore('adapters').get(id);
        await tx.objectStore('adapters').delete(id);
        return found;
      }),
    );
    if (record === undefined) return null;
    this.#changes.publish({ kind: 'removed', ids: [id] });
    const damaged: Problem[] = [];
    const [removed = null] = readable([record], adapterKind, damaged);
    this.#problems.tell(adapterKind.joined(damaged));
    return removed;
  }

  /** Hears of changes made in this tab and in others. Returns the undo. */
  onChange(listener: (change: AdapterChange) => void): () => void {
    return this.#changes.listen(listener);
  }

  /** Hears of stored records that could not be read. Returns the undo. */
  onProblem(listener: (problem: Problem) => void): () => void {
    return this.#problems.listen(listener);
  }

  /** Hears and tells nothing any more; the connection stays open. */
  close(): void {
    this.#changes.close();
  }
}
