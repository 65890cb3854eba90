import type { ExperimentRecord } from '../../../domain/experiment.ts';
import { Problem } from '../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../experiments/document/document.ts';
import { newExperiment } from '../../../experiments/run/new-experiment.ts';
import type {
  ExperimentChange,
  ExperimentStore,
  RemovedExperiment,
} from '../../../store/experiments/experiment-store.ts';
import type { Notice } from '../../notices/notices.svelte.ts';

type Store = Pick<ExperimentStore, 'get' | 'list' | 'onChange' | 'put' | 'remove' | 'restore'>;

interface Notices {
  problem(thrown: unknown, action?: Notice['action']): void;
  news(message: string, action?: Notice['action']): void;
}

const newestFirst = (records: readonly ExperimentRecord[]): ExperimentRecord[] =>
  records.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));

/** The experiments of this machine, newest first, as other tabs change them too. */
export class ExperimentList {
  status = $state<'opening' | 'ready' | 'failed'>('opening');
  problem = $state.raw<Problem | null>(null);
  all = $state.raw<readonly ExperimentRecord[]>([]);
  readonly #store: Promise<Store>;
  readonly #notices: Notices;

  constructor(store: Promise<Store>, notices: Notices) {
    this.#store = store;
    this.#notices = notices;
    void this.#watch();
  }

  /** Reads the list anew; a failure shows in `problem`. */
  async load(): Promise<void> {
    try {
      this.all = newestFirst(await (await this.#store).list());
      this.status = 'ready';
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.status = 'failed';
    }
  }

  /** The record of an id. @throws Problem where none is stored */
  async get(id: string): Promise<ExperimentRecord> {
    const record = await (await this.#store).get(id);
    if (record) return record;
    throw new Problem({
      code: 'bad-input',
      message: `No experiment has the id ${id}.`,
      remedy: 'It was deleted, or made on another machine. Your experiments are in the list.',
    });
  }

  /** Stores a new experiment with this document, and gives its id. @throws Problem */
  async add(document: ExperimentDocument): Promise<string> {
    const record = newExperiment(document);
    await (await this.#store).put(record);
    return record.id;
  }

  /** Deletes an experiment and what came of it, with an undo. */
  async remove({ id, title }: ExperimentRecord): Promise<void> {
    try {
      const store = await this.#store;
      const removed = await store.remove(id);
      if (!removed) return;
      this.#notices.news(`“${title}” is deleted, with its results.`, {
        label: 'Undo',
        run: () => void this.#restore(store, removed),
      });
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  async #restore(store: Store, removed: RemovedExperiment): Promise<void> {
    try {
      await store.restore(removed);
    } catch (thrown) {
      const again = () => void this.#restore(store, removed);
      this.#notices.problem(thrown, { label: 'Undo', run: again });
    }
  }

  async #watch(): Promise<void> {
    const store = await this.#store.catch(() => null); // `load` tells why
    store?.onChange((change) => this.#heard(change));
    await this.load();
  }

  #heard(change: ExperimentChange): void {
    if (change.kind === 'reset') void this.load();
    else if (change.kind === 'put') {
      const put = change.records.map(({ id }) => id);
      const kept = this.all.filter(({ id }) => !put.includes(id));
      this.all = newestFirst([...change.records, ...kept]);
    } else if (change.kind === 'removed')
      this.all = this.all.filter(({ id }) => !change.ids.includes(id));
  }
}
