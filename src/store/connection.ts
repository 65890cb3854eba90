import { openDB } from 'idb';
import { Problem } from '../domain/problem.ts';
import { blockedProblem, openingProblem, storageProblem, terminatedProblem } from './problems.ts';
import type { LabDatabase, LabSchema, Migration } from './schema.ts';

/** One attempt at opening: what it leads to, and a failure for those who will not wait for it. */
interface Opening {
  database: Promise<LabDatabase>;
  blocked: Promise<never>;
}

/**
 * One tab's connection, opened on first use and again whenever the browser or another tab made it
 * close. While an older tab blocks the opening, uses fail with "storage-blocked"; the opening goes
 * on behind, and uses succeed as soon as it has.
 */
export class Connection {
  readonly #name: string;
  readonly #migrations: readonly Migration[];
  readonly #resetListeners = new Set<() => void>();
  #opening: Opening | null = null;
  #closed = false;

  constructor(name: string, migrations: readonly Migration[]) {
    this.#name = name;
    this.#migrations = migrations;
  }

  /** Told when what was read before may no longer hold, or can be read at last. */
  onReset(listener: () => void): void {
    this.#resetListeners.add(listener);
  }

  /** Runs `work` on an open database; whatever it throws comes out as a Problem. */
  async use<T>(work: (database: LabDatabase) => Promise<T>): Promise<T> {
    const opening = this.#current();
    const database = await Promise.race([opening.database, opening.blocked]);
    try {
      return await work(database);
    } catch (thrown) {
      // The browser tells of the closing in a task of its own, after the error.
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#opening === opening || !(thrown instanceof DOMException)) {
        throw storageProblem(thrown);
      }
      // No transaction could begin on a closing connection, so nothing ran: once more.
      if (thrown.name === 'InvalidStateError') return this.use(work);
      throw terminatedProblem(thrown);
    }
  }

  close(): void {
    this.#closed = true;
    this.#opening?.database.then((database) => database.close()).catch(() => undefined);
    this.#opening = null;
  }

  #tellReset(): void {
    for (const listener of this.#resetListeners) listener();
  }

  #current(): Opening {
    if (this.#closed) {
      throw new Problem({
        code: 'storage-failed',
        message: 'The lab’s storage is closed.',
        remedy: 'Reload the page.',
      });
    }
    return (this.#opening ??= this.#open());
  }

  #open(): Opening {
    let wasBlocked = false;
    let fail: (problem: Problem) => void = () => undefined;
    const blocked = new Promise<never>((_, reject) => (fail = reject));
    blocked.catch(() => undefined);
    const database = this.#request({
      blocked: () => {
        wasBlocked = true;
        fail(blockedProblem());
      },
      lost: () => {
        if (this.#opening === opening) this.#opening = null;
        this.#tellReset();
      },
    });
    const opening = { database, blocked };
    database.then(
      (db) => {
        if (this.#closed) db.close();
        else if (wasBlocked) this.#tellReset();
      },
      () => {
        if (this.#opening === opening) this.#opening = null;
      },
    );
    return opening;
  }

  async #request(on: { blocked: () => void; lost: () => void }): Promise<LabDatabase> {
    const migrations = this.#migrations;
    let misstep: unknown;
    try {
      return await openDB<LabSchema>(this.#name, migrations.length, {
        upgrade: (db, from, _to, transaction) => {
          const migrate = async () => {
            for (const step of migrations.slice(from)) await step(db, transaction);
          };
          // idb waits for neither; a failed migration must leave the old version as it was.
          transaction.done.catch(() => undefined);
          migrate().catch((thrown: unknown) => {
            misstep = thrown;
            transaction.abort();
          });
        },
        blocked: on.blocked,
        // A newer lab in another tab waits for us: let it go on, and say so on the next use.
        blocking: (_from, _to, event) => {
          (event.target as IDBDatabase).close();
          on.lost();
        },
        terminated: on.lost,
      });
    } catch (thrown) {
      throw openingProblem(misstep ?? thrown);
    }
  }
}
