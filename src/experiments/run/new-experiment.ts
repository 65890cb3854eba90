import type { ExperimentRecord } from '../../domain/experiment.ts';
import type { ExperimentDocument } from '../document/document.ts';

/** The record of an experiment that has not begun. */
export function newExperiment(document: ExperimentDocument): ExperimentRecord {
  const createdAt = new Date().toISOString();
  return {
    schema: 1,
    id: crypto.randomUUID(),
    createdAt,
    updatedAt: createdAt,
    title: document.title,
    template: document.template,
    state: 'stopped',
    cells: { total: 0, done: 0, failed: 0 },
    models: [],
    document,
  };
}
