import { Problem } from '../domain/problem.ts';
import type { Run, RunNotes } from '../domain/run.ts';
import { Changes, type RunChange } from './changes.ts';
import { Connection } from './connection.ts';
import { additionProblem, notStoredProblem } from './problems.ts';
import { checkNotes, checkRun, joined, readRun, readSummary } from './records.ts';
import { migrations, type Migration } from './schema.ts';
import { breathe, slices } from './slices.ts';
import { summaryOf, type RunSummary } from './summary.ts';
import { writing } from './writing.ts';

export type { RunChange, RunSummary };

export interface StoreOptions {
  /** Name of the database and of the channel between tabs. */
  name?: string;
  migrations?: readonly Migration[];
}

/** What the browser says of its storage, in bytes, for all of this page's data together. */
export interface StorageUse {
  usage: number;
  quota: number;
}

/**
 * The runs of this machine, in IndexedDB. A change is one transaction: it holds as a whole or not
 * at all. Calls reject with a Problem ("storage-blocked", "storage-full", "storage-failed").
 * A stored record that does not fit the schema is told to `onProblem` and left out, not deleted.
 */
export class RunStore {
  readonly #connection: Connection;
  readonly #changes: Changes;
  readonly #problemListeners = new Set<(problem: Problem) => void>();
  #askedToPersist = false;

  constructor(options: StoreOptions) {
    const name = options.name ?? 'incontext-lab';
    this.#changes = new Changes(name);
    this.#connection = new Connection(name, options.migrations ?? migrations, () =>
      this.#changes.tell({ kind: 'reset' }),
    );
  }

  /**
   * Stores new runs.
   * @throws Problem "bad-input" where a run does not fit or its id is already stored
   */
  async add(runs: readonly Run[]): Promise<void> {
    const checked: Run[] = [];
    for (const slice of slices(runs)) {
      checked.push(...slice.map(checkRun));
      if (checked.length < runs.length) await breathe();
    }
    const summaries = checked.map(summaryOf);
    void this.#askToPersist();
    await this.#connection.use((db) =>
      writing(db, async (tx) => {
        for (const slice of slices(checked)) {
          const adding = slice.map((run) => tx.objectStore('runs').add(run));
          await Promise.all(adding).catch((thrown: unknown) => {
            throw additionProblem(thrown);
          });
        }
        for (const slice of slices(summaries)) {
          await Promise.all(slice.map((summary) => tx.objectStore('summaries').put(summary)));
        }
      }),
    );
    this.#changes.publish({ kind: 'put', summaries });
  }

  /** One run, or undefined where none has this id. @throws Problem "file-damaged" */
  async get(id: string): Promise<Run | undefined> {
    const record = await this.#connection.use((db) => db.get('runs', id));
    return record === undefined ? undefined : readRun(record);
  }

  /** The runs with these ids, in this order; ids that are not stored are passed over. */
  async getMany(ids: readonly string[]): Promise<Run[]> {
    const runs: Run[] = [];
    for (const slice of slices(ids)) {
      const records = await this.#connection.use(async (db) => {
        const tx = db.transaction('runs');
        const found = Promise.all(slice.map((id) => tx.store.get(id)));
        await Promise.all([found, tx.done]);
        return found;
      });
      runs.push(...this.#readable(records, readRun));
    }
    return runs;
  }

  /** The light records of all runs, newest first. */
  async summaries(): Promise<RunSummary[]> {
    const records = await this.#connection.use((db) => db.getAllFromIndex('summaries', 'time'));
    return this.#readable(records.reverse(), readSummary);
  }

  /** Changes tags, notes or rating; fields that are not in the patch stay. */
  async annotate(id: string, patch: Partial<RunNotes>): Promise<void> {
    const notes = checkNotes(patch);
    const summary = await this.#connection.use((db) =>
      writing(db, async (tx) => {
        const record = await tx.objectStore('runs').get(id);
        if (record === undefined) throw notStoredProblem(id);
        const run = { ...readRun(record), ...notes };
        const changed = summaryOf(run);
        await tx.objectStore('runs').put(run);
        await tx.objectStore('summaries').put(changed);
        return changed;
      }),
    );
    this.#changes.publish({ kind: 'put', summaries: [summary] });
  }

  /** Deletes runs and returns those that could be read, so that `add` can bring them back. */
  async remove(ids: readonly string[]): Promise<Run[]> {
    const records = await this.#connection.use((db) =>
      writing(db, async (tx) => {
        const found: unknown[] = [];
        const [runs, summaries] = [tx.objectStore('runs'), tx.objectStore('summaries')];
        for (const slice of slices(ids)) {
          found.push(...(await Promise.all(slice.map((id) => runs.get(id)))));
          await Promise.all(slice.flatMap((id) => [runs.delete(id), summaries.delete(id)]));
        }
        return found;
      }),
    );
    this.#changes.publish({ kind: 'removed', ids: [...ids] });
    return this.#readable(records, readRun);
  }

  /** Unfinished work, as it was written; check it with a schema. Undefined where there is none. */
  readDraft(name: string): Promise<unknown> {
    return this.#connection.use((db) => db.get('drafts', name) as Promise<unknown>);
  }

  /** Keeps unfinished work (plain data) across reloads. */
  async writeDraft(name: string, value: unknown): Promise<void> {
    await this.#connection.use((db) => db.put('drafts', value, name));
  }

  /** How many runs are stored. */
  count(): Promise<number> {
    return this.#connection.use((db) => db.count('runs'));
  }

  /** Null where the browser does not say. */
  async estimate(): Promise<StorageUse | null> {
    try {
      const { usage, quota } = await navigator.storage.estimate();
      return usage === undefined || quota === undefined ? null : { usage, quota };
    } catch {
      return null;
    }
  }

  /** Hears of changes made in this tab and in others. Returns the undo. */
  onChange(listener: (change: RunChange) => void): () => void {
    return this.#changes.listen(listener);
  }

  /** Hears of stored records that could not be read. Returns the undo. */
  onProblem(listener: (problem: Problem) => void): () => void {
    this.#problemListeners.add(listener);
    return () => this.#problemListeners.delete(listener);
  }

  close(): void {
    this.#connection.close();
    this.#changes.close();
  }

  /** What can be read of stored records; the rest is told, missing ones are passed over. */
  #readable<T>(records: readonly unknown[], read: (record: unknown) => T): T[] {
    const damaged: Problem[] = [];
    const readable = records.flatMap((record) => {
      if (record === undefined) return [];
      try {
        return [read(record)];
      } catch (thrown) {
        damaged.push(Problem.from(thrown));
        return [];
      }
    });
    const problem = joined(damaged);
    if (problem) for (const listener of this.#problemListeners) listener(problem);
    return readable;
  }

  /** Once, at the first save: without it a browser may clear the runs when the disk runs low. */
  async #askToPersist(): Promise<void> {
    if (this.#askedToPersist) return;
    this.#askedToPersist = true;
    try {
      if (!(await navigator.storage.persisted())) await navigator.storage.persist();
    } catch {
      // A browser that cannot promise keeps the runs as long as it keeps any data.
    }
  }
}

/** Opens the store and its database. Rejects with a Problem where the browser keeps no data. */
export async function openRunStore(options: StoreOptions = {}): Promise<RunStore> {
  const store = new RunStore(options);
  try {
    await store.count();
  } catch (thrown) {
    // A blocked store heals by itself once the other tabs are closed; anything else is final.
    if (Problem.from(thrown).code !== 'storage-blocked') {
      store.close();
      throw thrown;
    }
  }
  return store;
}
