import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

/** Records leave the database as `unknown`: a schema checks each before anyone may use it. */
export interface LabSchema extends DBSchema {
  /** Whole runs by id. */
  runs: { key: string; value: unknown };
  /** One light record per run, by id and by time. */
  summaries: { key: string; value: unknown; indexes: { time: number } };
  /** Unfinished work of a place, by name. */
  drafts: { key: string; value: unknown };
}

export type LabDatabase = IDBPDatabase<LabSchema>;
type Upgrade = IDBPTransaction<LabSchema, StoreNames<LabSchema>[], 'versionchange'>;

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
];
