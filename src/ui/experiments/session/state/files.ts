import type { ExperimentDocument } from '../../../../experiments/document/document.ts';
import { download } from '../../../parts/download.ts';

/** A title as the beginning of a file's name. */
export const fileNameOf = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'experiment';

/** Gives the document as a file: it can be opened here or on another machine. */
export const exportDocument = (document: ExperimentDocument): void =>
  download(`${fileNameOf(document.title)}.json`, `${JSON.stringify(document, null, 2)}\n`);
