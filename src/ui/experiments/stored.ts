import type { ExperimentRecord, HandRating } from '../../domain/experiment.ts';
import { checkDocument } from '../../experiments/document/read.ts';
import { readRound } from '../../experiments/plan/read-round.ts';
import { assemble } from '../../experiments/results/assemble.ts';
import type { Results } from '../../experiments/results/results.ts';
import type { ExperimentStore } from '../../store/experiments/experiment-store.ts';

/** A stored experiment with all that is known of it. */
export interface StoredExperiment {
  readonly record: ExperimentRecord;
  readonly results: Results;
  readonly ratings: readonly HandRating[];
}

/**
 * Reads an experiment's record, rounds, cells and ratings, and scores what is there; the page may work
 * meanwhile.
 * @throws Problem where its document or its plan cannot be read, or the store cannot
 */
export async function readStored(
  store: Pick<ExperimentStore, 'rounds' | 'cells' | 'ratings'>,
  record: ExperimentRecord,
): Promise<StoredExperiment> {
  const document = checkDocument(record.document);
  const rounds = await Promise.all((await store.rounds(record.id)).map(readRound));
  const ratings = await store.ratings(record.id);
  const results = await assemble(document, rounds, (keys) => store.cells(keys), ratings);
  return { record, results, ratings };
}
