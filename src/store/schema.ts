import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/** Records leave the database as `unknown`: a schema checks each before anyone may use it. */
export interface LabSchema extends DBSchema {
  /** Whole runs by id. */
  runs: { key: string; value: unknown };
  /** One light record per run, by id and by time. */
  summaries: { key: string; value: unknown; indexes: { time: number } };
  /** Unfinished work of a place, by name. */
  drafts: { key: string; value: unknown };
  /** Experiments as a list shows them, by id. */
  experiments: { key: string; value: unknown; indexes: { updatedAt: string; state: string } };
  /** What an experiment asks, round by round, by id. */
  rounds: { key: string; value: unknown; indexes: { experiment: string } };
  /** What came of each cell, by the hash of all that determines it. */
  cells: { key: string; value: unknown; indexes: { recipe: string; failed: [string, string] } };
  /** The text before the live conversation, by its SHA-256. */
  texts: { key: string; value: unknown };
  /** Readers' judgments, by id. */
  ratings: { key: string; value: unknown; indexes: { experiment: string } };
  /** What trainings left behind, without the weights, by the weights' SHA-256. */
  adapters: { key: string; value: unknown; indexes: { createdAt: string } };
  /** Imported sets as a list shows them, by the SHA-256 of their content. */
  sets: { key: string; value: unknown; indexes: { createdAt: string } };
  /** What imported sets hold, by the same id. */
  setContents: { key: string; value: unknown };
}

export type StoreName = StoreNames<LabSchema>;
export type LabDatabase = IDBPDatabase<LabSchema>;
type Upgrade = IDBPTransaction<LabSchema, StoreName[], 'versionchange'>;

/** Takes the database from one version to the next; awaits nothing but requests of `transaction`. */
export type Migration = (database: LabDatabase, transaction: Upgrade) => Promise<void> | void;

/**
 * The history of the schema: entry i makes version i + 1 out of version i. Entries that have
 * shipped never change; a new shape is a new entry.
 */
export const migrations: readonly Migration[] = [
  (database) => {
    database.createObjectStore('runs', { keyPath: 'id' });
    database.createObjectStore('summaries', { keyPath: 'id' }).createIndex('time', 'time');
    database.createObjectStore('drafts');
  },
  (database) => {
    const experiments = database.createObjectStore('experiments', { keyPath: 'id' });
    experiments.createIndex('updatedAt', 'updatedAt');
    experiments.createIndex('state', 'state');
    const rounds = database.createObjectStore('rounds', { keyPath: 'id' });
    rounds.createIndex('experiment', 'experiment');
    const cells = database.createObjectStore('cells', { keyPath: 'key' });
    cells.createIndex('recipe', 'prompt.recipe');
    // Only failed cells have a problem: good ones cost this index nothing. By key, to be read like the store.
    cells.createIndex('failed', ['key', 'problem.code']);
    database.createObjectStore('texts');
    const ratings = database.createObjectStore('ratings', { keyPath: 'id' });
    ratings.createIndex('experiment', 'experiment');
  },
  (database) => {
    const adapters = database.createObjectStore('adapters', { keyPath: 'id' });
    adapters.createIndex('createdAt', 'createdAt');
  },
  (database) => {
    const sets = database.createObjectStore('sets', { keyPath: 'id' });
    sets.createIndex('createdAt', 'createdAt');
    database.createObjectStore('setContents');
  },
];
