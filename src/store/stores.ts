import { Problem } from '../domain/problem.ts';
import { AdapterStore } from './adapters/adapter-store.ts';
import { Connection } from './connection.ts';
import { ExperimentStore } from './experiments/experiment-store.ts';
import { SetStore } from './library/set-store.ts';
import { RunStore } from './run-store.ts';
import { migrations, type Migration } from './schema.ts';
import { retireTornLog } from './torn-log.ts';

export interface StoreOptions {
  /** Name of the database and of the channels between tabs. */
  name?: string;
  migrations?: readonly Migration[];
}

/** All that this tab keeps in the browser, over one connection. */
export interface Stores {
  readonly runs: RunStore;
  readonly experiments: ExperimentStore;
  readonly adapters: AdapterStore;
  readonly sets: SetStore;
  close(): void;
}

/** Opens the database. Rejects with a Problem where the browser keeps no data. */
export async function openStores(options: StoreOptions = {}): Promise<Stores> {
  const name = options.name ?? 'incontext-lab';
  const connection = new Connection(name, options.migrations ?? migrations);
  const runs = new RunStore(connection, name);
  const experiments = new ExperimentStore(connection, `${name}/experiments`);
  const adapters = new AdapterStore(connection, `${name}/adapters`);
  const sets = new SetStore(connection, `${name}/sets`);
  const close = () => {
    sets.close();
    adapters.close();
    experiments.close();
    runs.close();
    connection.close();
  };
  try {
    await connection.use(retireTornLog);
  } catch (thrown) {
    const { code } = Problem.from(thrown);
    // A blocked database opens by itself once the other tabs are closed; a full one can be read.
    if (code !== 'storage-blocked' && code !== 'storage-full') {
      close();
      throw thrown;
    }
  }
  return { runs, experiments, adapters, sets, close };
}
