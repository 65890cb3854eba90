import { canonicalJson } from '../../domain/hash.ts';
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

/** The adapters that are stored. */
export interface AdapterShelf {
  /** Null where there is none of this id. */
  find(id: string): Promise<Adapter | null>;
  /** What a training came to before; null where it never ended. */
  trained(training: TrainingOf): Promise<Adapter | null>;
  /**
   * Brings an adapter's weights to where the engine finds them, whose model is loaded.
   * @returns false where they are gone
   */
  ready(adapter: Adapter): Promise<boolean>;
  /** Keeps a record whose weights the engine has already. */
  put(adapter: Adapter): Promise<void>;
}

/** Where none are kept: nothing is found, and what is trained is kept by the engine alone. */
export const noAdapters: AdapterShelf = {
  find: () => Promise.resolve(null),
  trained: () => Promise.resolve(null),
  ready: () => Promise.resolve(false),
  put: () => Promise.resolve(),
};

/** Whether an adapter is what a training comes to. */
export function cameOf({ base, origin }: Adapter, training: TrainingOf): boolean {
  if (origin.kind !== 'trained' || base.fingerprint !== training.fingerprint) return false;
  return (
    origin.data.sha256 === training.rows &&
    canonicalJson(origin.settings) === canonicalJson(training.settings)
  );
}
