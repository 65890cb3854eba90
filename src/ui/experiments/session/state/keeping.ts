import type { ExperimentRecord } from '../../../../domain/experiment.ts';
import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { newExperiment } from '../../../../experiments/run/new-experiment.ts';
import type { RemovedExperiment } from '../../../../store/experiments/experiment-store.ts';
import { experiments } from '../../../lab.svelte.ts';
import { notices } from '../../../notices/notices.svelte.ts';
import { download } from '../../../parts/download.ts';

/** Stores a new experiment of a document. @returns its id; null where it could not be stored, which is told */
export async function duplicate(document: ExperimentDocument): Promise<string | null> {
  try {
    const record = newExperiment({ ...document, title: `${document.title} (copy)` });
    await (await experiments).put(record);
    return record.id;
  } catch (thrown) {
    notices.problem(thrown);
    return null;
  }
}

/** Deletes an experiment with its results, with an undo. @returns whether it worked */
export async function remove({ id, title }: ExperimentRecord): Promise<boolean> {
  try {
    const removed = await (await experiments).remove(id);
    if (removed)
      notices.news(`Deleted “${title}”.`, {
        label: 'Undo',
        run: () => void restore(removed, title),
      });
    return true;
  } catch (thrown) {
    notices.problem(thrown);
    return false;
  }
}

async function restore(removed: RemovedExperiment, title: string): Promise<void> {
  try {
    await (await experiments).restore(removed);
    notices.news(`“${title}” is back.`);
  } catch (thrown) {
    const again = { label: 'Undo', run: () => void restore(removed, title) };
    notices.problem(thrown, again);
  }
}

/** A title as the beginning of a file's name. */
export const fileNameOf = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'experiment';

/** Gives the document as a file: it can be opened here or on another machine. */
export function exportDocument(document: ExperimentDocument): void {
  download(`${fileNameOf(document.title)}.json`, `${JSON.stringify(document, null, 2)}\n`);
}
