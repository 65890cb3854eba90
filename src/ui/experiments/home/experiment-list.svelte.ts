import type { ExperimentRecord } from '../../../domain/experiment.ts';
import { Problem } from '../../../domain/problem.ts';
import type { ExperimentDocument } from '../../../experiments/document/document.ts';
import { newExperiment } from '../../../experiments/run/new-experiment.ts';
import type { ExperimentStore } from '../../../store/experiments/experiment-store.ts';
import { StoredList, type ListNotices } from '../../parts/stored-list.svelte.ts';

type Store = Pick<ExperimentStore, 'get' | 'list' | 'onChange' | 'put' | 'remove' | 'restore'>;

/** The experiments of this machine. */
export class ExperimentList extends StoredList<ExperimentRecord, Store> {
  constructor(store: Promise<Store>, notices: ListNotices) {
    super(store, notices, (opened, heard) =>
      opened.onChange((change) => {
        if (change.kind === 'put') heard({ kind: 'put', rows: change.records });
        else if (change.kind === 'removed' || change.kind === 'reset') heard(change);
      }),
    );
  }

  /** The record of an id. @throws Problem where none is stored */
  async get(id: string): Promise<ExperimentRecord> {
    const record = await (await this.store).get(id);
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
    await (await this.store).put(record);
    return record.id;
  }

  /** Deletes an experiment and what came of it, with an undo. */
  remove({ id, title }: ExperimentRecord): Promise<void> {
    return this.attempt(async (store) => {
      const removed = await store.remove(id);
      if (removed)
        this.offerUndo(`“${title}” is deleted, with its results.`, () => store.restore(removed));
    });
  }
}
