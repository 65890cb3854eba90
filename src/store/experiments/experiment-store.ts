import type { ExperimentRecord, HandRating } from '../../domain/experiment.ts';
import { Problem } from '../../domain/problem.ts';
import { Changes } from '../changes.ts';
import type { Connection } from '../connection.ts';
import { askToPersist } from '../persist.ts';
import { readable, type RecordKind } from '../records.ts';
import { writing } from '../writing.ts';
import { CellNews } from './cell-news.ts';
import { CellStore } from './cell-store.ts';
import { experimentKind, ratingKind, roundKind, type RoundHead } from './records.ts';
import { removeExperiment, restoreExperiment, type RemovedExperiment } from './removal.ts';

export type { RemovedExperiment };

/**
 * What changed in the store. After a reset everything has to be read anew. `added` has the keys of cells
 * that are new or replace failed ones, of whatever experiment; they come together, a few times a second.
 */
export type ExperimentChange =
  | { kind: 'put'; records: ExperimentRecord[] }
  | { kind: 'removed'; ids: string[] }
  | { kind: 'cells'; added: string[] }
  | { kind: 'reset' };

/** What belongs to an experiment that is gone would never be found again. */
function goneProblem(id: string): Problem {
  return new Problem({
    code: 'bad-input',
    message: `The experiment ${id} is not stored, so nothing could be added to it.`,
    remedy: 'It was deleted here or in another tab. Undo the deletion there, if you can.',
  });
}

/**
 * The experiments of this machine: their records, what they ask, what came of it, and readers' judgments.
 * Calls reject with a Problem ("storage-blocked", "storage-full", "storage-failed"). A stored record that
 * does not fit the schema is told to `onProblem` and left out, not deleted.
 */
export class ExperimentStore extends CellStore {
  readonly #changes: Changes<ExperimentChange>;
  readonly #news: CellNews;

  /** @param channel name of the channel between tabs */
  constructor(connection: Connection, channel: string) {
    const changes = new Changes<ExperimentChange>(channel);
    const news = new CellNews((added) => changes.publish({ kind: 'cells', added }));
    super(connection, (keys) => news.add(keys));
    this.#changes = changes;
    this.#news = news;
    connection.onReset(() => changes.tell({ kind: 'reset' }));
  }

  /** Stores an experiment's record, or what has become of it. @throws Problem "bad-input" */
  async put(record: ExperimentRecord): Promise<void> {
    const checked = experimentKind.check(record);
    void askToPersist();
    await this.connection.use((db) => db.put('experiments', checked));
    this.#changes.publish({ kind: 'put', records: [checked] });
  }

  /** One record, or undefined where none has this id. @throws Problem "file-damaged" */
  async get(id: string): Promise<ExperimentRecord | undefined> {
    const record = await this.connection.use((db) => db.get('experiments', id));
    return record === undefined ? undefined : experimentKind.read(record);
  }

  /** All records, changed last first. */
  async list(): Promise<ExperimentRecord[]> {
    const records = await this.connection.use((db) =>
      db.getAllFromIndex('experiments', 'updatedAt'),
    );
    return this.#readable(records.reverse(), experimentKind);
  }

  /**
   * Deletes an experiment, its rounds and ratings, and the cells and texts that no other's rounds name.
   * It must not be running: cells that came later would be nobody's.
   * @returns what `restore` brings back; null where it is not stored
   */
  async remove(id: string): Promise<RemovedExperiment | null> {
    const removed = await this.connection.use((db) => removeExperiment(db, id));
    if (removed) this.#changes.publish({ kind: 'removed', ids: [id] });
    return removed;
  }

  /** Brings back what was deleted, as it was. */
  async restore(removed: RemovedExperiment): Promise<void> {
    await this.connection.use((db) => restoreExperiment(db, removed));
    this.#changes.publish({
      kind: 'put',
      records: this.#readable([removed.experiment], experimentKind),
    });
  }

  /**
   * Stores what a stored experiment asks at one go, as it is given.
   * @throws Problem "bad-input" where id, number or keys do not fit, or the experiment is not stored
   */
  async putRound(round: RoundHead): Promise<void> {
    roundKind.check(round);
    await this.#addTo('rounds', round);
  }

  /** An experiment's rounds as they were stored, in the order of their numbers; check them with a schema. */
  async rounds(experiment: string): Promise<unknown[]> {
    const rounds = await this.#of('rounds', experiment);
    const numberOf = (round: unknown) => (round as RoundHead).number;
    return rounds.sort((a, b) => numberOf(a) - numberOf(b));
  }

  /** Stores a judgment of a stored experiment's cells. @throws Problem "bad-input" as `putRound` */
  async addRating(rating: HandRating): Promise<void> {
    await this.#addTo('ratings', ratingKind.check(rating));
  }

  /** The judgments of an experiment, in the order given. */
  async ratings(experiment: string): Promise<HandRating[]> {
    const ratings = this.#readable(await this.#of('ratings', experiment), ratingKind);
    return ratings.sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  }

  async removeRating(id: string): Promise<void> {
    await this.connection.use((db) => db.delete('ratings', id));
  }

  /** Hears of changes made in this tab and in others. Returns the undo. */
  onChange(listener: (change: ExperimentChange) => void): () => void {
    return this.#changes.listen(listener);
  }

  /** Hears and tells nothing any more; the connection stays open. */
  close(): void {
    this.#news.flush();
    this.#changes.close();
  }

  #addTo(name: 'rounds' | 'ratings', record: { experiment: string }): Promise<void> {
    return this.connection.use((db) =>
      writing(db, ['experiments', name], async (tx) => {
        const { experiment } = record;
        const key = await tx.objectStore('experiments').getKey(experiment);
        if (key === undefined) throw goneProblem(experiment);
        await tx.objectStore(name).put(record);
      }),
    );
  }

  /** One request for each, and so one task: rounds are large. */
  #of(name: 'rounds' | 'ratings', experiment: string): Promise<unknown[]> {
    return this.connection.use(async (db) => {
      const { store } = db.transaction(name);
      const ids = await store.index('experiment').getAllKeys(experiment);
      return Promise.all(ids.map((id) => store.get(id)));
    });
  }

  #readable<T>(records: readonly unknown[], kind: RecordKind<T>): T[] {
    const damaged: Problem[] = [];
    const found = readable(records, kind, damaged);
    this.problems.tell(kind.joined(damaged));
    return found;
  }
}
