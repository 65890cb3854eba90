import type { ExperimentRecord, HandRating } from '../../domain/experiment.ts';
import type { Results } from '../results/results.ts';

/** All that an export is made of: a stored experiment as it was read. */
export interface ExportSource {
  readonly record: Pick<
    ExperimentRecord,
    'id' | 'title' | 'template' | 'createdAt' | 'updatedAt' | 'state'
  >;
  readonly results: Results;
  readonly ratings: readonly HandRating[];
  /** The texts before live conversations, by their SHA-256; those that are not there are left out. */
  readonly texts: ReadonlyMap<string, string>;
}
