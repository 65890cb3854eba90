import type { Problem } from '../domain/problem.ts';
import type { Run, RunNotes } from '../domain/run.ts';
import { Changes } from './changes.ts';
import type { Connection } from './connection.ts';
import { askToPersist } from './persist.ts';
import { additionProblem, notStoredProblem } from './problems.ts';
import { ProblemListeners, readable } from './records.ts';
import { checkNotes, runKind, summaryKind } from './run-records.ts';
import { breathe, pages, slices } from './slices.ts';
import { SortedPages } from './sorted-pages.ts';
import { summaryOf, type RunSummary } from './summary.ts';
import { writing } from './writing.ts';

export type { RunSummary };

/** What changed in the store. After a reset everything has to be read anew. */
export type RunChange =
  { kind: 'put'; summaries: RunSummary[] } | { kind: 'removed'; ids: string[] } | { kind: 'reset' };

const both: ['runs', 'summaries'] = ['runs', 'summaries'];

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
  readonly #changes: Changes<RunChange>;
  readonly #problems = new ProblemListeners();

  /** @param channel name of the channel between tabs */
  constructor(connection: Connection, channel: string) {
    this.#connection = connection;
    this.#changes = new Changes(channel);
    connection.onReset(() => this.#changes.tell({ kind: 'reset' }));
  }

  /**
   * Stores new runs.
   * @throws Problem "bad-input" where a run does not fit or its id is already stored
   */
  async add(runs: readonly Run[]): Promise<void> {
    const checked: Run[] = [];
    for (const slice of slices(runs)) {
      checked.push(...slice.map((run) => runKind.check(run)));
      if (checked.length < runs.length) await breathe();
    }
    const summaries = checked.map(summaryOf);
    void askToPersist();
    await this.#connection.use((db) =>
      writing(db, both, async (tx) => {
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
    return record === undefined ? undefined : runKind.read(record);
  }

  /** The runs with these ids, in this order; ids that are not stored are passed over. */
  async getMany(ids: readonly string[]): Promise<Run[]> {
    const runs: Run[] = [];
    const damaged: Problem[] = [];
    for (const slice of slices(ids)) {
      const records = await this.#connection.use(async (db) => {
        const tx = db.transaction('runs');
        const found = Promise.all(slice.map((id) => tx.store.get(id)));
        await Promise.all([found, tx.done]);
        return found;
      });
      runs.push(...readable(records, runKind, damaged));
    }
    this.#problems.tell(runKind.joined(damaged));
    return runs;
  }

  /**
   * The light records of all runs, newest first. What changes while they are read may be in or not: listen
   * to `onChange` from before.
   * @param onProgress told how many have been read, again and again
   */
  async summaries(onProgress?: (count: number) => void): Promise<RunSummary[]> {
    const sorted = new SortedPages<RunSummary>((a, b) => b.time - a.time);
    const damaged: Problem[] = [];
    const idOf = (record: unknown) => (record as RunSummary).id;
    // A name that many runs have is kept once, and so compared at once.
    const names = new Map<string, string>();
    const once = (name: string) => names.get(name) ?? (names.set(name, name), name);
    let count = 0;
    for await (const records of pages(this.#connection, 'summaries', idOf)) {
      const page = readable(records, summaryKind, damaged);
      for (const summary of page) {
        summary.arm = once(summary.arm);
        summary.model = once(summary.model);
      }
      sorted.add(page);
      onProgress?.((count += page.length));
    }
    this.#problems.tell(summaryKind.joined(damaged));
    return sorted.all();
  }

  /** Changes tags, notes or rating; fields that are not in the patch stay. */
  async annotate(id: string, patch: Partial<RunNotes>): Promise<void> {
    const notes = checkNotes(patch);
    const summary = await this.#connection.use((db) =>
      writing(db, both, async (tx) => {
        const record = await tx.objectStore('runs').get(id);
        if (record === undefined) throw notStoredProblem(id);
        const run = { ...runKind.read(record), ...notes };
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
      writing(db, both, async (tx) => {
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
    const damaged: Problem[] = [];
    const removed = readable(records, runKind, damaged);
    this.#problems.tell(runKind.joined(damaged));
    return removed;
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
    return this.#problems.listen(listener);
  }

  /** Hears and tells nothing any more; the connection stays open. */
  close(): void {
    this.#changes.close();
  }
}
