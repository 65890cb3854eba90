import { ImportedSet } from '../../domain/imported-set.ts';
import { Problem } from '../../domain/problem.ts';
import { Changes } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { askToPersist } from '../persist.ts';
import { ProblemListeners, readable, recordKind } from '../records.ts';
import { writing } from '../writing.ts';

/** What changed in the store. After a reset everything has to be read anew. */
export type SetChange =
  { kind: 'put'; sets: ImportedSet[] } | { kind: 'removed'; ids: string[] } | { kind: 'reset' };

/** What readers may correct of a set. */
export type SetWords = Partial<Pick<ImportedSet, 'name' | 'licence' | 'source'>>;

/** A set with its content, which only its format can check (src/formats/benches/stored.ts). */
export interface WholeSet {
  readonly set: ImportedSet;
  readonly content: unknown;
}

const setKind = recordKind(ImportedSet, 'set');

/** A change to a set that is gone. */
function goneProblem(id: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `The set ${id} is no longer stored, so it could not be changed.`,
    remedy: 'It was removed here or in another tab. Undo the removal there, if you can.',
  });
}

/**
 * Benchmarks and sets of examples that were imported: what a list shows apart from what they hold. Calls
 * reject with a Problem ("storage-blocked", "storage-full", "storage-failed"). A stored record that does
 * not fit the schema is told to `onProblem` and left out, not deleted.
 */
export class SetStore {
  readonly #connection: Connection;
  readonly #changes: Changes<SetChange>;
  readonly #problems = new ProblemListeners();

  /** @param channel name of the channel between tabs */
  constructor(connection: Connection, channel: string) {
    this.#connection = connection;
    this.#changes = new Changes(channel);
    connection.onReset(() => this.#changes.tell({ kind: 'reset' }));
  }

  /**
   * Stores a set with its content, both or neither; one of the same content is replaced, whose id it has.
   * @throws Problem "bad-input" where the record does not fit
   */
  async put({ set, content }: WholeSet): Promise<void> {
    const checked = setKind.check(set);
    void askToPersist();
    await this.#connection.use((db) =>
      writing(db, ['sets', 'setContents'], async (tx) => {
        await tx.objectStore('setContents').put(content, checked.id);
        await tx.objectStore('sets').put(checked);
      }),
    );
    this.#changes.publish({ kind: 'put', sets: [checked] });
  }

  /** One set, or undefined where none has this id. @throws Problem "file-damaged" */
  async get(id: string): Promise<ImportedSet | undefined> {
    const record = await this.#connection.use((db) => db.get('sets', id));
    return record === undefined ? undefined : setKind.read(record);
  }

  /** What a set holds, as it was stored; undefined where none has this id. */
  content(id: string): Promise<unknown> {
    return this.#connection.use((db) => db.get('setContents', id));
  }

  /** All sets, the newest first. */
  async list(): Promise<ImportedSet[]> {
    const records = await this.#connection.use((db) => db.getAllFromIndex('sets', 'createdAt'));
    const damaged: Problem[] = [];
    const found = readable(records.reverse(), setKind, damaged);
    this.#problems.tell(setKind.joined(damaged));
    return found;
  }

  /** @throws Problem "bad-input" where a name is empty, or the set is not stored */
  async change(id: string, words: SetWords): Promise<void> {
    const changed = await this.#connection.use((db) =>
      writing(db, ['sets'], async (tx) => {
        const record = await tx.objectStore('sets').get(id);
        if (record === undefined) throw goneProblem(id);
        const next = setKind.check({ ...setKind.read(record), ...words });
        await tx.objectStore('sets').put(next);
        return next;
      }),
    );
    this.#changes.publish({ kind: 'put', sets: [changed] });
  }

  /** @returns what was stored, so that `put` can bring it back; null where it is not stored or cannot be read */
  async remove(id: string): Promise<WholeSet | null> {
    const found = await this.#connection.use((db) =>
      writing(db, ['sets', 'setContents'], async (tx) => {
        const record: unknown = await tx.objectStore('sets').get(id);
        const content: unknown = await tx.objectStore('setContents').get(id);
        await tx.objectStore('sets').delete(id);
        await tx.objectStore('setContents').delete(id);
        return { record, content };
      }),
    );
    if (found.record === undefined) return null;
    this.#changes.publish({ kind: 'removed', ids: [id] });
    const damaged: Problem[] = [];
    const [set] = readable([found.record], setKind, damaged);
    this.#problems.tell(setKind.joined(damaged));
    return set ? { set, content: found.content } : null;
  }

  /** Hears of changes made in this tab and in others. Returns the undo. */
  onChange(listener: (change: SetChange) => void): () => void {
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
