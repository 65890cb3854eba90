import type { Adapter } from '../../domain/training/adapter.ts';
import type { TrainingSettings } from '../../domain/training/settings.ts';

/** A training by all that decides what it comes to. */
export interface TrainingOf {
  /** `trainingIdentity` of the three below. */
  readonly identity: string;
  /** Of the base. */
  readonly fingerprint: string;
  readonly settings: TrainingSettings;
  /** `rowsHash` of its tokenised rows. */
  readonly rows: string;
}

/** The adapters that are stored, with their weights where the engine finds them. */
export interface AdapterShelf {
  /** Null where there is none of this id. */
  find(id: string): Promise<Adapter | null>;
  /** What a training came to before; null where it never ended, or its weights are gone. */
  trained(training: TrainingOf): Promise<Adapter | null>;
  /** Keeps a record whose weights the engine has already. */
  put(adapter: Adapter, training: TrainingOf): Promise<void>;
}

/** Where none are kept: nothing is found, and what is trained is kept by the engine alone. */
export const noAdapters: AdapterShelf = {
  find: () => Promise.resolve(null),
  trained: () => Promise.resolve(null),
  put: () => Promise.resolve(),
};
